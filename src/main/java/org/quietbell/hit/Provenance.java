package org.quietbell.hit;

import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;

/// How a finding was come by, recorded when it was collected and sealed with it, because evidence
/// cannot be made up later (R3.1).
///
/// The entry's own id, rank, claimed date and address as received stand in the finding beside it.
///
/// @param source who answered
/// @param receipt the exact question, the connector, the digest of the answer, the clock offset
/// @param firstSeenLocal the receipt's moment as wall-clock time with offset and zone, ISO-8601,
///   e.g. `2026-11-22T09:00:00-04:00[America/Halifax]`
/// @param build version and commit of the program
public record Provenance(SourceId source, Receipt receipt, String firstSeenLocal, String build) {}
