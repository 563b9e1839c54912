"""The forms of COM(2020) 610, filled in or blank: Annex I, II and IV.

Each form has the fields of the source and no other. What is recorded beyond them stands below it in a frame of its
own, in drafts only.
"""
