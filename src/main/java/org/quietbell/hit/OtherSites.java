package org.quietbell.hit;

import java.util.List;

/// The sites that she said are about somebody else. Safe for many threads.
public interface OtherSites {
    /// All of them, oldest first.
    List<OtherSite> all();

    /// Keeps one; a site that a watch has already is not kept twice.
    void add(OtherSite site);

    /// Takes one back.
    ///
    /// @return false if there is none of that id
    boolean remove(String id);
}
