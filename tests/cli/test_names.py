"""``dateline names``."""

from typer.testing import CliRunner

from dateline.cli.main import app

run = CliRunner()


def test_a_table_of_pairs(tmp_path):
    table = tmp_path / "pairs.csv"
    table.write_text("id,left,right,kind\na,Tartus,Tartous,place\nb,SANA,Reuters,organization\n", encoding="utf-8")
    lines = run.invoke(app, ["names", "--csv", str(table)]).stdout.splitlines()
    assert lines[0] == "id,score,reason"
    assert lines[1].startswith("a,0.9")
    assert float(lines[2].split(",")[1]) < 0.5


def test_two_names():
    shown = run.invoke(app, ["names", "Murhaf Abu Qasra", "Marhaf Abu Kassar"]).stdout
    assert shown.splitlines()[1].startswith("1,0.")
