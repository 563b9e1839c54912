"""The reference key and the applications: tables that are typed into, imports with a preview, consequences beside."""
