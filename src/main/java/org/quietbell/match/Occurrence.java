package org.quietbell.match;

/// A form of a name that stands in a text, its parts allowed to be one name.
///
/// @param form which
/// @param start its first word
/// @param end its last word
/// @param foreign index of a foreign word between its parts (a middle name, a nickname), or -1
/// @param manner how its words differ from the form's, bits of [Manner]
/// @param sharesSurname whether another given name stands between by "and": `X and Y Surname`
record Occurrence(Form form, int start, int end, int foreign, int manner, boolean sharesSurname) {}
