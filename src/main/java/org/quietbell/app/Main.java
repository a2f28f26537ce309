package org.quietbell.app;

/// The program's entry.
public final class Main {
    private Main() {}

    /// @param arguments a command and its options, see `quietbell --help`
    public static void main(String[] arguments) {
        System.out.println("quietbell");
    }
}
