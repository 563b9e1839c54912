from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import paths


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """The two places where the resources may lie, neither made yet."""
    places = (tmp_path / "installed", tmp_path / "checkout")
    monkeypatch.setattr(paths, "_PLACES", places)
    paths.resources.cache_clear()
    yield places
    paths.resources.cache_clear()


def test_a_checkout_has_the_fonts() -> None:
    assert paths.resource("fonts", "ForumDeskSans-Regular.ttf").is_file()


def test_the_checkouts_folder_serves(places: tuple[Path, Path]) -> None:
    places[1].mkdir()
    assert paths.resource("icons", "a.svg") == places[1] / "icons" / "a.svg"


def test_the_installed_copy_comes_first(places: tuple[Path, Path]) -> None:
    for place in places:
        place.mkdir()
    assert paths.resources() == places[0]


def test_without_either_the_error_names_both(places: tuple[Path, Path]) -> None:
    with pytest.raises(paths.ResourcesMissing) as caught:
        paths.resources()
    assert all(str(place) in str(caught.value) for place in places)
