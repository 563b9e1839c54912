"""The sections on what is recorded beside a procedure, those of nothing left out."""

from desktop_app.documents.sections.solidarity.groups import relocation_section, sponsorship_section
from desktop_app.documents.sections.solidarity.incentives import incentives_section
from desktop_app.documents.sections.solidarity.log import log_section
from desktop_app.documents.sections.solidarity.support import requests_section, support_section
from desktop_app.documents.sections.source import Section, Source


def support_sections(source: Source) -> list[Section]:
    """Return requests for help and support plans."""
    record = source.forum.solidarity
    found = [requests_section(source)] if record.requests else []
    return found + ([support_section(source)] if record.support_plans else [])


def work_sections(source: Source) -> list[Section]:
    """Return groups under way and the log: the secretariat's work, for drafts."""
    record = source.forum.solidarity
    found = [sponsorship_section(source)] if record.sponsorship_groups else []
    found += [relocation_section(source)] if record.relocation_groups else []
    return found + ([log_section(source)] if record.log else [])


def record_sections(source: Source) -> list[Section]:
    """Return everything that is recorded beside the act, for drafts."""
    return [*support_sections(source), *work_sections(source), incentives_section(source)]
