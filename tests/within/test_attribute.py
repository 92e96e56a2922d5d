"""Attributions on sentences of our own: sources, contents, chains, kinds of speakers."""

import pytest

from dateline.model import Report
from dateline.run.flow import read_batch


@pytest.fixture(scope="module")
def read(parser):
    def one(text):
        return read_batch([Report(id="r", uri="r", title=None, text=text)], parser)[0]

    return one


def _rows(reading):
    words = reading.report.words
    return [
        ("+".join(words(s) for s in a.source), "+".join(words(c).rstrip(".") for c in a.content), a.speaker_kind)
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        (
            "The interior ministry said on Monday that four bridges were closed",
            "The interior ministry",
            "that four bridges were closed",
            "institution",
        ),
        ("“We have to leave,” the mayor said. “Now.”", "the mayor", "“We have to leave,”+“Now.”", "person"),
        (
            "Twelve houses burned down, according to the Reuters news agency.",
            "the Reuters news agency",
            "Twelve houses burned down",
            "agency",
        ),
        (
            "A senior official, who spoke on condition of anonymity, said the talks had failed.",
            "A senior official, who spoke on condition of anonymity",
            "the talks had failed",
            "anonymous",
        ),
        (
            "A poll showed that most voters opposed the plan.",
            "A poll",
            "that most voters opposed the plan",
            "document",
        ),
        (
            "The old bridge, the governor said on Monday, was closed.",
            "the governor",
            "The old bridge+was closed",
            "person",
        ),
        (
            '"The judge will be fair," the mayor said at a dinner in Ola, "but many people are going to be watching."',
            "the mayor",
            '"The judge will be fair,"+"but many people are going to be watching."',
            "person",
        ),
        (
            "A survey showed that prices had risen, contradicting an earlier report of the bank.",
            "A survey",
            "that prices had risen",
            "document",
        ),
        (
            "Karl Solberg's letter said four bridges were closed.",
            "Karl Solberg's letter",
            "four bridges were closed",
            "person",
        ),
        ("The girl was identified by the Ola coroner.", "the Ola coroner", "The girl", "institution"),
        ("The governor urged residents to stay indoors.", "The governor", "residents to stay indoors", "person"),
        ("The mayor called on residents to stay calm.", "The mayor", "residents to stay calm", "person"),
        ("The union is calling for the depot to be reopened.", "The union", "the depot to be reopened", "institution"),
        (
            "They should not regard as normal the slow and casual decay of the harbour.",
            "They",
            "normal the slow and casual decay of the harbour",
            "collective",
        ),
        ("Teachers questioned why the ministry had waited.", "Teachers", "why the ministry had waited", "collective"),
        ("The guidebook recommends arriving early.", "The guidebook", "arriving early", "document"),
        ("Villagers were outraged by the decision.", "Villagers", "the decision", "collective"),
        ("The report makes clear that nobody knew.", "The report", "that nobody knew", "document"),
        ("''It holds,'' the mayor said. ''We tested it.''", "the mayor", "''It holds,''+''We tested it.''", "person"),
        ("Ida Dahl, he said, can stay in the house.", "he", "Ida Dahl+can stay in the house", "person"),
        ("There is fear that the dam will not hold.", "", "that the dam will not hold", "anonymous"),
        (
            "A ferry that ran aground on Friday carried six teachers, two cooks, sailors and a nurse said.",
            "sailors and a nurse",
            "A ferry that ran aground on Friday carried six teachers, two cooks",
            "collective",
        ),
        (
            "“Many had lost their shoes,” said one of the sailors, who asked not to be named.",
            "one of the sailors, who asked not to be named",
            "“Many had lost their shoes,”",
            "person",
        ),
        (
            "The head of the harbour office said four had drowned.",
            "The head of the harbour office",
            "four had drowned",
            "person",
        ),
        (
            "It is worth mentioning that the bridge was built in May.",
            "",
            "that the bridge was built in May",
            "anonymous",
        ),
    ],
)
def test_who_says_what(read, text, source, content, kind):
    assert (source, content, kind) in _rows(read(text))


def test_a_nested_statement_leads_through_the_agency_to_its_speaker(read):
    found = read("TASS said Vladimir Putin reaffirmed Russia's support for the talks.").attributions
    assert [[link.name for link in a.chain] for a in found] == [["TASS"], ["TASS", "Vladimir Putin"]]


def test_the_reason_for_anonymity_is_kept(read):
    found = read("A diplomat, who asked not to be named, told Reuters that the vote was lost.").attributions
    assert found[0].anonymity == "asked not to be named"
    assert [link.name for link in found[0].chain] == ["Reuters", "A diplomat"]


def test_the_agency_is_the_one_cited_before(read):
    found = read("SANA reported that the road was open. The agency said buses were running.").attributions
    assert [a.chain[-1].name for a in found] == ["SANA", "SANA"]


def test_a_plan_is_no_statement(read):
    assert [a.manner for a in read("The governor plans to resign in May.").attributions] == ["plan"]


@pytest.mark.parametrize("text", ["The mayor tried to leave.", "Rain forced them to stop.", "The town needs to pay."])
def test_what_is_tried_needed_or_forced_is_told_by_nobody(read, text):
    assert read(text).attributions == ()


def test_what_an_outlet_saw_is_its_own(read):
    found = read("Our correspondent saw that two ships had left the harbour.").attributions
    assert [(link.kind, link.body) for a in found for link in a.chain] == [("outlet", "own")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("He told the board of it on Friday afternoon, said a clerk in Ola.", ["a clerk in Ola"]),
        (
            "A clerk said that nine crates were brought to them; two were sold straight away, she had heard.",
            ["A clerk", "A clerk"],
        ),
        ("The rescuers put the toll at nine and left.", ["The rescuers"]),
        ("Sail Watch said that the Ferry Union was late. The group said that nine drowned.", ["Sail Watch"] * 2),
    ],
)
def test_each_statement_has_its_own_speaker(read, text, who):
    assert [one.chain[-1].name for one in read(text).attributions] == who


def test_who_watches_over_rights_is_no_newspaper(read):
    names = ("Ola Rights Monitor", "Ola Monitor")
    kinds = [read(f"The {name} said that nine had drowned.").attributions[0].speaker_kind for name in names]
    assert kinds == ["institution", "outlet"]


def test_the_office_of_a_government_is_not_the_government(read):
    found = read("Six had drowned, the Council of Lower Ola's Health Ministry said.").attributions
    assert found[0].chain[-1].name == "the Council of Lower Ola's Health Ministry"


def test_a_correspondent_with_a_name_is_the_outlets_own_eyes(read):
    found = read("Our correspondent in Ola, Ana Ruiz, said that two ships had left the harbour.").attributions
    assert [(link.kind, link.body) for a in found for link in a.chain] == [("outlet", "own")]


def test_whom_an_unnamed_source_told_holds_for_all_it_says(read):
    found = read("A diplomat told Reuters that the vote was lost. The diplomat added that nobody was surprised.")
    assert [[link.name for link in a.chain] for a in found.attributions] == [["Reuters", "A diplomat"]] * 2


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Ola Radio quoted Mayor Ida Ruiz as saying that nine had drowned.", [["Ola Radio", "Ida Ruiz"]]),
        (
            "SANA, citing local sources, said six had drowned. The sources said nine were hurt.",
            [["SANA", "local sources"], ["SANA", "The sources"]],
        ),
        ("The activist group Ola Watch said that nine had drowned.", [["Ola Watch"]]),
        ('Karl Lind met the press. "We lost a man. It was the cook Ben Hall," he said.', [["Karl Lind"]]),
        ("The Ola Health Ministry said six drowned. The ministry said nine did.", [["The Ola Health Ministry"]] * 2),
        ("Nine drowned, said the Ola Watch, which relies on a network of divers.", [["the Ola Watch"]]),
        ("Nine drowned, the head of the rescue office Ida Ruiz told Reuters.", [["Reuters", "Ida Ruiz"]]),
        ("A porter told Al Norvia News that she heard the mast break.", [["A porter"]]),
        ("Ida Ruiz, who met with President Karl Lund, said nine drowned.", [["Ida Ruiz"]]),
    ],
)
def test_through_whom_words_came(read, text, chains):
    found = [a for a in read(text).attributions if a.frame != "np"]
    assert [[link.name for link in a.chain] for a in found] == chains


def test_the_ministry_is_the_one_cited_before(read):
    text = "Six had drowned, the Ola Health Ministry said. Ministry spokesman Bo Lind said nine were hurt."
    assert [a.chain[-1].body or a.chain[-1].name for a in read(text).attributions][1].endswith("Health Ministry")


def test_a_things_relative_clause_is_nobodys_who_is_named_in_it(read):
    found = read("Six drowned, the town said, contradicting the friends of Karl Solberg, which say that none did.")
    assert "Karl Solberg" not in [a.chain[-1].name for a in found.attributions]


def test_a_minister_speaks_for_the_ministry(read):
    found = read("Russian Defence Minister Andrei Belousov said that the talks were short.").attributions
    assert found[0].chain[0].body == "Russian Defence Ministry"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ana Ruiz, who heads the Ola Rescue Service, said that nine had drowned.", "Ola Rescue Service"),
        ("House Minority Leader Ana Ruiz said that it would rain.", ""),
        ("Ana Ruiz, a Lund lawyer who had quarrelled with President Bo Holm, said that it would rain.", "defence"),
        ("Ana Ruiz, who leads a team of the Ola Rescuers in the region, said that nine had drowned.", "Ola Rescuers"),
        ("Deputy campaign manager Ana Ruiz said that it would rain.", ""),
    ],
)
def test_whose_voice_somebody_is(text, body, read):
    assert [one.chain[-1].body for one in read(text).attributions] == [body]


def test_a_body_described_is_the_one_named_nearby(read):
    text = "Sail Watch said that nine had drowned. The UK-based group said that the ferry was old."
    assert [one.chain[-1].name for one in read(text).attributions] == ["Sail Watch", "Sail Watch"]
