"""What ``build/benchmark.py`` measures, one subject a module."""
