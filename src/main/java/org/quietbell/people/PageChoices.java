package org.quietbell.people;

/// Keeps how somebody wants the pages to be with her, sealed. Safe for many threads.
public interface PageChoices {
    /// What she chose last; [PageWishes#USUAL] if nothing.
    PageWishes find();

    /// Keeps it, in place of what was chosen before.
    void keep(PageWishes wishes);
}
