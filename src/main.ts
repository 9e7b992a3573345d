/** The command line: parse, then serve or run one command. */
export {}
