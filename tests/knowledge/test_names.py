"""Which names are one bearer's; all names here stand in any encyclopedia or are made up."""

import pytest

from dateline.knowledge.names import compare

SAME = [
    ("Murhaf Abu Qasra", "Marhaf Abu Kassar"),
    ("Murhaf Abu Qasra", "مرهف أبو قصرة"),
    ("Ahmed al-Sharaa", "Ahmad Al-Shara'"),
    ("Asaad Hassan al-Shaibani", "Asaad al-Shaibani"),
    ("Bashar Assad", "Bashar al-Assad"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("Володимир Зеленський", "Volodymyr Zelensky"),
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Xi Jinping", "习近平"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Benjamin Netanyahu", "Binyamin Netanyahu"),
    ("Benjamin Netanyahu", "בנימין נתניהו"),
    ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
    ("Abdel Fattah el-Sisi", "Abdulfattah Al Sisi"),
    ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي"),
    ("Sergey Lavrov", "Sergei Viktorovich Lavrov"),
    ("Lavrov, Sergei", "Sergey Lavrov"),
    ("Joe Biden", "Joseph R. Biden"),
    ("Bill Clinton", "William Clinton"),
    ("President Vladimir Putin", "V. Putin"),
    ("Donald Trump", "Donlad Trump"),
    ("Qasem Soleimani", "Ghassem Suleimani"),
    ("Osama bin Laden", "Usama ibn Ladin"),
    ("Putin", "Vladimir Putin"),
    ("J. R. R. Oakley", "John Ronald Reuel Oakley"),
    ('Ida "the Owl" Novak', "Ida Novak"),
    ("Yannis Petrou", "Ioannis Petrou"),
]
DIFFERENT = [
    ("Ahmed al-Sharaa", "Maher al-Sharaa"),
    ("Maher al-Assad", "Bashar al-Assad"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Hassan Nasrallah", "Hassan Rouhani"),
    ("Hassan Khomeini", "Hussein Khomeini"),
    ("Abu Mohammad al-Julani", "Abu Mohammad al-Adnani"),
    ("Xi Jinping", "Xi Zhongxun"),
    ("Kim Jong Il", "Kim Jong Un"),
    ("Mahmoud Abbas", "Mohammed Abbas"),
    ("Alexei Navalny", "Alexander Navalny"),
    ("George Bush Sr.", "George Bush Jr."),
    ("Sergey Viktorovich Ivanov", "Sergey Borisovich Ivanov"),
    ("Mohammed bin Zayed", "Zayed bin Mohammed"),
    ("Michelle Obama", "Barack Obama"),
    ("Recep Erdogan", "Bilal Erdogan"),
    ("Hun Sen", "Hun Manet"),
    ("Ola Radio 24", "Ola Radio"),
]
BODIES_SAME = [
    ("SANA", "Syrian Arab News Agency"),
    ("SANA", "SANA news agency"),
    ("Al-Ain", "Al-Ain media"),
    ("ISIS", "Daesh"),
    ("Hezbollah", "Hizballah"),
    ("OAO Gazprom", "Gazprom JSC"),
    ("Siemens AG", "Siemens Aktiengesellschaft"),
    ("World Health Organisation", "WHO"),
    ("Médecins Sans Frontières", "Doctors Without Borders"),
    ("L.X.C. Air", "LXC Air"),
    ("Brigade 313", "313 Brigade"),
    ("Ola Night Club", "Club Ola"),
    ("Lashkar-e-Taiba", "Lashkar-i-Tayyiba"),
]
BODIES_DIFFERENT = [
    ("KQGB", "Quagebo"),
    ("Deutsche Bank AG", "Deutsche Bank GmbH"),
    ("Northern Slate plc", "Southern Slate plc"),
    ("Syrian Arab Army", "Syrian Arab News Agency"),
    ("Al-Qaida in Iraq", "Al-Qaida in the Arabian Peninsula"),
    ("Bank of China", "Bank of Cyprus"),
    ("Brigade 313", "Brigade 314"),
]


@pytest.mark.parametrize("left, right", SAME)
def test_one_person(left, right):
    assert compare(left, right, "person").score >= 0.5, compare(left, right, "person").reason


@pytest.mark.parametrize("left, right", DIFFERENT)
def test_two_persons(left, right):
    assert compare(left, right, "person").score < 0.5, compare(left, right, "person").reason


@pytest.mark.parametrize("left, right", BODIES_SAME)
def test_one_body(left, right):
    assert compare(left, right, "organization").score >= 0.5, compare(left, right, "organization").reason


@pytest.mark.parametrize("left, right", BODIES_DIFFERENT)
def test_two_bodies(left, right):
    assert compare(left, right, "organization").score < 0.5, compare(left, right, "organization").reason


@pytest.mark.parametrize("left, right", SAME + DIFFERENT)
def test_the_order_of_the_two_makes_no_difference(left, right):
    there, back = compare(left, right, "person").score, compare(right, left, "person").score
    assert there == pytest.approx(back, abs=0.02)


def test_every_score_has_its_sentence():
    assert compare("Ahmed al-Sharaa", "Maher al-Sharaa", "person").reason == "both have al Sharaa; Ahmed is not Maher"


def test_a_digit_read_for_a_letter_is_no_number_of_a_name():
    assert compare("N1na Korhola", "Nina Korhola", "person").score >= 0.5
    assert compare("Group Korhola 24", "Group Korhola 25", "person").score < 0.5
