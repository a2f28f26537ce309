package org.quietbell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a test that proves a requirement, e.g. `@Covers({"R1.14", "F16"})`. The build writes
/// `docs/requirements.md` from these marks.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Covers {
    /// Numbers of requirements (`R…`) and faults (`F…`).
    String[] value();
}
