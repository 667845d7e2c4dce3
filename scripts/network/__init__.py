"""The scripts' door to the network: the core is handed what is read here."""
