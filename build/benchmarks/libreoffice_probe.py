"""Times LibreOffice Calc from the inside, over its own interface (UNO): edit and recalculate, save, PDF.

Runs under a Python that has the ``uno`` module (on Debian the system's, package python3-uno), not under the
project's environment: ``benchmark.py`` starts it when both are there. Prints one JSON object.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

STATES = 27
PORT = 20_022


def connected(process: "subprocess.Popen[bytes]") -> Any:
    """Return the desktop of the office that listens, or stop when it never does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    sys.exit("the office did not answer")


def filled(desktop: Any) -> tuple[Any, Any]:
    """Return a sheet with the key, fair shares, equivalents, coverage and gaps of 27 states, as formulas."""
    document = desktop.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, (PropertyValue("Hidden", 0, True, 0),)
    )
    sheet = document.Sheets.getByIndex(0)
    last = STATES
    for row in range(STATES):
        n = row + 1
        sheet.getCellByPosition(0, row).Value = 1_000_000 + 77_777 * row
        sheet.getCellByPosition(1, row).Value = 50_000 + 12_345 * row
        sheet.getCellByPosition(2, row).Formula = f"=0.5*A{n}/SUM(A$1:A${last})+0.5*B{n}/SUM(B$1:B${last})"
        sheet.getCellByPosition(3, row).Formula = f"=ROUNDUP(C{n}*21000;0)"
        sheet.getCellByPosition(4, row).Value = 10 * row
        sheet.getCellByPosition(5, row).Value = 1_000_000 * row
        sheet.getCellByPosition(6, row).Value = 0
        sheet.getCellByPosition(7, row).Formula = f"=E{n}+(F{n}+G{n})/20000"
        sheet.getCellByPosition(8, row).Formula = f"=H{n}/(C{n}*21000)"
        sheet.getCellByPosition(9, row).Formula = f"=MAX(0;C{n}*21000-H{n})"
    for column, letter in enumerate("ABCDEFGHIJ"):
        sheet.getCellByPosition(column, STATES).Formula = f"=SUM({letter}1:{letter}{last})"
    return document, sheet


def times(action: Callable[[int], object], count: int) -> list[float]:
    """Return the milliseconds of each of ``count`` calls."""
    found = []
    for number in range(count):
        started = time.perf_counter()
        action(number)
        found.append(1000 * (time.perf_counter() - started))
    return found


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        office = subprocess.Popen(
            [
                sys.argv[1],
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
                f"--accept=socket,host=127.0.0.1,port={PORT};urp;",
            ]
        )
        try:
            desktop = connected(office)
            document, sheet = filled(desktop)

            def edit(number: int) -> None:
                sheet.getCellByPosition(5, number % STATES).Value = 1_000_000 + number
                _ = sheet.getCellByPosition(9, STATES).Value

            ods = Path(folder, "forum.ods").as_uri()
            pdf = Path(folder, "forum.pdf").as_uri()
            calc_pdf = (PropertyValue("FilterName", 0, "calc_pdf_Export", 0),)

            def save(_number: int) -> None:
                document.storeAsURL(ods, ())

            def export(_number: int) -> None:
                document.storeToURL(pdf, calc_pdf)

            for warm_up in (edit, save, export):
                warm_up(0)
            report = {"edit": times(edit, 200), "save": times(save, 15), "pdf": times(export, 30)}
            print(json.dumps(report))
            document.close(True)
        finally:
            office.terminate()
            office.wait(30)


main()
