package org.quietbell.people;

import java.time.Instant;

/// What a device of hers would show.
public final class DeviceCodes {
    private DeviceCodes() {}

    /// The code of that moment.
    public static String of(String secret, Instant now) {
        return TimeCode.of(Base32.bytes(secret), TimeCode.stepOf(now), TimeCode.DIGITS);
    }
}
