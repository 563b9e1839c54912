"""The field itself: Member States, key, pledges, deductions, rules, findings, derivations.

Pure functions over frozen values. Exact numbers only (int, Fraction, integer cents): no float, no
clock, no file, no widget. Everything above (models, documents, views) imports from here, and this
package imports nothing but the standard library.
"""
