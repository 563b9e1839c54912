"""Pictures of an annex, to look at."""

from pathlib import Path

import pytest

from build.annex_pages import draw_pages, main
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_pdf


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    file = tmp_path / "annex.pdf"
    file.write_bytes(annex_pdf(assess(Forum()), "0" * 12, draft=True))
    return file


def test_one_picture_a_page(annex: Path, tmp_path: Path) -> None:
    drawn = draw_pages(annex, tmp_path / "pages", scale=0.2)
    assert [path.name for path in drawn][:2] == ["annex-01.png", "annex-02.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in drawn)


def test_the_command_names_the_pictures(
    annex: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["annex_pages", str(annex), str(tmp_path), "--scale", "0.2"])
    main()
    assert str(tmp_path / "annex-01.png") in capsys.readouterr().out
