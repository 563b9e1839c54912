"""LibreOffice opens the annex for Word without a complaint, and its pages say what was meant."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.documents.annex import annex_word
from desktop_app.models.interchange import fingerprint
from tests.documents.printed import Printed


def writer() -> str | None:
    """The program, where it has the part that reads Word files."""
    office = shutil.which("soffice")
    if office is None:
        return None
    home = Path(office).resolve().parent.parent
    return office if (home / "share" / "registry" / "writer.xcd").is_file() else None


@pytest.mark.long
def test_the_annex_is_laid_out(example: Forum, tmp_path: Path) -> None:
    office = writer()
    if office is None:
        sys.stdout.write("LibreOffice Writer is not installed: how it lays out the annex is not tried\n")
        return
    path = tmp_path / "annex.docx"
    path.write_bytes(annex_word(assess(example), fingerprint(example), draft=True))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run([office, *options], check=True, capture_output=True, timeout=300)
    pages = Printed((tmp_path / "annex.pdf").read_bytes()).pages
    assert [page.width > page.height for page in pages[:3]] == [False, True, False]
    for number, page in enumerate(pages, 1):
        assert page.text.count("RESTREINT UE/EU RESTRICTED") == 2
        assert "DRAFT" in page.text
        assert fingerprint(example) in page.text
        assert f"{number}/{len(pages)}" in page.text or f"Page {number} of {len(pages)}" in page.text
