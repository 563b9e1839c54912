"""The voluntary solidarity mechanism of 2022, and other contributions of Art. 56 of the proposal of 2020.

``figures`` holds pledges against needs and what was kept against pledges; ``rules`` say what is to be said of it;
``book`` puts them together.
"""
