"""Tables of figures that are typed into: what the tables of all procedures share.

``layout`` says what columns a table has, ``cells`` what stands in them; ``drawing``, ``delegate`` and ``header``
paint them, ``widths`` and ``panes`` give them their room; ``cursor``, ``keys``, ``jump``, ``editor`` and ``entering``
are about typing, and ``table`` puts all of it together. ``participants`` and ``participants_model`` are a table with a
row for each participating Member State, sorted and searched.
"""
