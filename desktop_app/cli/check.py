"""``check``: figures and findings of a forum."""

import json
from argparse import Namespace

from desktop_app.calc.assess import assess
from desktop_app.cli import report, status, streams
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.interchange import check_output, state_hash


def run(chosen: Namespace) -> int:
    """Write the figures and findings of ``chosen.file``; 1 where something blocks."""
    assessment = assess(read_any_forum(chosen.file))
    if chosen.json:
        streams.write(json.dumps(check_output(assessment), ensure_ascii=False, indent=1))
    else:
        streams.write(report.text(assessment, state_hash(assessment.forum)))
    return status.BLOCKED if assessment.blocks else status.FINE
