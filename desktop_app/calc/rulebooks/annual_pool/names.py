"""Names of the types of Art. 56(2) in sentences; made once, for rules ask for them at every keystroke."""

from typing import Final

from desktop_app.calc.sentences import say

RELOCATIONS: Final = say("relocations")
FINANCIAL: Final = say("financial contribution")
ALTERNATIVE: Final = say("alternative measures")
MONEY: Final = say("money")
