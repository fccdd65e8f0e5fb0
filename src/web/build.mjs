// Bundles the web assets; the argument is Maven's build folder.
