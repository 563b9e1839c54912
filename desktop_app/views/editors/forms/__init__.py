"""What stands in the fields of an editor, as typed: kept as a draft, compared with the record, read into values.

A form is a frozen record of raw field contents, so that unfinished work survives a walk to another Member
State. Reading one gives a value, or the problems by field; nothing here knows a widget.
"""

from desktop_app.views.editors.forms.base import Outcome
from desktop_app.views.editors.forms.deductions import (
    DeductionForm,
    DeductionsForm,
    deduction_form,
    deductions_form,
    read_deduction,
    read_deductions,
)
from desktop_app.views.editors.forms.measures import (
    MeasureForm,
    MeasuresForm,
    Standing,
    measure_form,
    measures_form,
    read_measure,
    read_measures,
)
from desktop_app.views.editors.forms.original import EURO, OriginalForm, original_form, read_original
from desktop_app.views.editors.forms.particulars import Particulars, ParticularsForm, particulars_form, read_particulars
from desktop_app.views.editors.forms.said import SaidForm, read_said, said_form
from desktop_app.views.editors.forms.status import StatusForm, read_status, status_form

__all__ = [
    "EURO",
    "DeductionForm",
    "DeductionsForm",
    "MeasureForm",
    "MeasuresForm",
    "OriginalForm",
    "Outcome",
    "Particulars",
    "ParticularsForm",
    "SaidForm",
    "Standing",
    "StatusForm",
    "deduction_form",
    "deductions_form",
    "measure_form",
    "measures_form",
    "original_form",
    "particulars_form",
    "read_deduction",
    "read_deductions",
    "read_measure",
    "read_measures",
    "read_original",
    "read_particulars",
    "read_said",
    "read_status",
    "said_form",
    "status_form",
]
