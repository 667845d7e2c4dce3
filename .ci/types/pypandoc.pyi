# Nothing is called: the package brings the program.
