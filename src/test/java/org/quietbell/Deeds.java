package org.quietbell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.net.SocketFactory;

/// What code can be seen doing, for the rules of [ArchitectureTest].
final class Deeds {
    private Deeds() {}

    static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return describe(
                "the machine's clock is read",
                access -> {
                    AccessTarget target = access.getTarget();
                    String owner = target.getOwner().getFullName();
                    return switch (target.getName()) {
                        case "now" -> owner.startsWith("java.time.");
                        case "system", "tick" -> owner.equals("java.time.InstantSource");
                        case "currentTimeMillis" -> owner.equals("java.lang.System");
                        case "getInstance" -> owner.equals("java.util.Calendar");
                        case "<init>" ->
                                target.getFullName().equals("java.util.Date.<init>()")
                                        || owner.equals("java.util.GregorianCalendar");
                        default -> false;
                    };
                });
    }

    static DescribedPredicate<JavaAccess<?>> interrupts() {
        return describe(
                "a thread is interrupted or stopped",
                access -> {
                    JavaClass owner = access.getTarget().getOwner();
                    return switch (access.getTarget().getName()) {
                        case "interrupt" ->
                                (owner.isAssignableTo(Thread.class) && !keepsItsOwnMark(access))
                                        || owner.getPackageName().startsWith("org.quartz");
                        case "shutdownNow" -> owner.isAssignableTo(ExecutorService.class);
                        case "cancel" -> owner.isAssignableTo(Future.class);
                        default -> false;
                    };
                });
    }

    /// `Thread.currentThread().interrupt()`: whoever caught an interrupt hands it to its caller.
    private static boolean keepsItsOwnMark(JavaAccess<?> access) {
        return access instanceof JavaMethodCall
                && access.getOrigin().getMethodCallsFromSelf().stream()
                        .filter(call -> call.getLineNumber() == access.getLineNumber())
                        .anyMatch(call -> call.getTarget().getName().equals("currentThread"));
    }

    static DescribedPredicate<JavaAccess<?>> startsAProcess() {
        return describe(
                "another program is started",
                access ->
                        access.getTarget().getOwner().isAssignableTo(ProcessBuilder.class)
                                || access.getTarget()
                                        .getFullName()
                                        .startsWith("java.lang.Runtime.exec("));
    }

    static DescribedPredicate<JavaClass> openConnections() {
        return describe(
                "open connections",
                type ->
                        type.getFullName()
                                .matches(
                                        "java\\.net\\.(ServerSocket|DatagramSocket|MulticastSocket"
                                                + "|.*URLConnection|http\\..*)"
                                                + "|java\\.nio\\.channels\\..*(Socket|Datagram)Channel"));
    }

    /// A socket lent by `http` may be wrapped and used; none may be made elsewhere.
    static DescribedPredicate<JavaAccess<?>> resolvesOrOpens() {
        return describe(
                "a name is looked up or a socket is made",
                access -> {
                    JavaClass owner = access.getTarget().getOwner();
                    String target = access.getTarget().getFullName();
                    boolean lookedUp =
                            target.startsWith("java.net.InetAddress.getByName(")
                                    || target.startsWith("java.net.InetAddress.getAllByName(");
                    boolean made =
                            owner.isEquivalentTo(Socket.class)
                                    && target.contains("<init>")
                                    && !access.getOriginOwner().isAssignableTo(Socket.class);
                    boolean unguarded =
                            owner.isAssignableTo(SocketFactory.class)
                                    && (target.endsWith("SocketFactory.getDefault()")
                                            || target.contains("createSocket(java.lang.String,"));
                    return lookedUp || made || unguarded || target.startsWith("java.net.URL.open");
                });
    }
}
