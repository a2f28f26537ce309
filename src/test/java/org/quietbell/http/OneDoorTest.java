package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// Nothing but `http` opens a connection or looks a name up.
///
/// A factory that was lent may be asked for an unconnected socket, and TLS may be laid over a
/// connection that stands: neither opens anything by itself.
class OneDoorTest {
    /// Who may, and why: none of them leaves the machine.
    private static final List<String> EXCEPTIONS =
            List.of(
                    "org.quietbell.app.CommandSocket", // the Unix socket in the data folder
                    "org.quietbell.channel.BoundedSocket", // limits a guarded socket it is handed
                    "org.quietbell.app.Demo", // the demonstration's own server on loopback
                    "org.quietbell.web.WebServer"); // listens, and only listens

    private static final Set<String> LOOK_UPS =
            Set.of(
                    "getByName",
                    "getAllByName",
                    "getLocalHost",
                    "getHostName",
                    "getCanonicalHostName",
                    "isReachable");

    private static final Set<String> OPENINGS =
            Set.of("openConnection", "openStream", "getContent", "connect", "open");

    private static final ArchRule ONE_DOOR =
            ArchRuleDefinition.noClasses()
                    .that(mayNotGoOut())
                    .should()
                    .accessTargetWhere(goingOut())
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "okhttp3..",
                            "okio..",
                            "java.net.http..",
                            "javax.naming..",
                            "java.rmi..");

    @Test
    @Covers({"R2.8", "F20"})
    void nobodyElseOpensAConnectionOrLooksANameUp() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.quietbell");

        ONE_DOOR.check(program);
    }

    @Test
    void theRuleSeesWhoDoes() {
        for (Class<?> offender :
                List.of(
                        Connects.class,
                        ConnectsByFactory.class,
                        ConnectsByTls.class,
                        OpensAnAddress.class,
                        LooksUp.class,
                        LooksUpInPassing.class)) {
            JavaClasses classes = new ClassFileImporter().importClasses(offender);

            assertThat(ONE_DOOR.evaluate(classes).hasViolation()).as(offender.getName()).isTrue();
        }
    }

    private static DescribedPredicate<JavaClass> mayNotGoOut() {
        return DescribedPredicate.describe(
                "are outside http and no exception",
                type ->
                        (!type.getPackageName().equals("org.quietbell.http")
                                        || type.getName().contains("OneDoorTest"))
                                && EXCEPTIONS.stream().noneMatch(type.getName()::startsWith));
    }

    private static DescribedPredicate<JavaAccess<?>> goingOut() {
        return DescribedPredicate.describe(
                "opens a connection or looks a name up",
                access -> goesOut(access.getTargetOwner(), access.getTarget()));
    }

    private static boolean goesOut(
            JavaClass owner, com.tngtech.archunit.core.domain.AccessTarget target) {
        if (EXCEPTIONS.stream().anyMatch(owner.getName()::startsWith)) {
            return false;
        }
        String member = target.getName();
        boolean isConstructor = member.equals("<init>");
        return (isConstructor && owner.isAssignableTo(Socket.class))
                || (member.equals("createSocket") && connects(owner, target.getFullName()))
                || (member.equals("getDefault") && owner.isAssignableTo(SocketFactory.class))
                || (OPENINGS.contains(member)
                        && (owner.isEquivalentTo(java.net.URL.class)
                                || owner.isAssignableTo(java.net.URLConnection.class)
                                || owner.isAssignableTo(Socket.class)
                                || owner.isAssignableTo(
                                        java.nio.channels.AsynchronousSocketChannel.class)
                                || owner.isAssignableTo(java.nio.channels.NetworkChannel.class)))
                || owner.isAssignableTo(java.net.DatagramSocket.class)
                || (LOOK_UPS.contains(member)
                        && (owner.isAssignableTo(InetAddress.class)
                                || owner.isEquivalentTo(InetSocketAddress.class)))
                || (isConstructor
                        && owner.isEquivalentTo(InetSocketAddress.class)
                        && target.getFullName().contains("java.lang.String"));
    }

    private static boolean connects(JavaClass owner, String call) {
        boolean hasNoGuard = owner.isAssignableTo(SSLSocketFactory.class);
        return owner.isAssignableTo(SocketFactory.class)
                && !call.contains("createSocket(java.net.Socket,")
                && (hasNoGuard || !call.endsWith("createSocket()"));
    }

    @SuppressWarnings("unused")
    static final class Connects {
        Socket out(int port) throws IOException {
            return new Socket((String) null, port);
        }
    }

    @SuppressWarnings("unused")
    static final class ConnectsByFactory {
        Socket out() throws IOException {
            return SocketFactory.getDefault().createSocket();
        }
    }

    @SuppressWarnings("unused")
    static final class ConnectsByTls {
        Socket out(SSLSocketFactory tls) throws IOException {
            return tls.createSocket();
        }
    }

    @SuppressWarnings("unused")
    static final class OpensAnAddress {
        Object out(URI address) throws IOException {
            return address.toURL().openStream();
        }
    }

    @SuppressWarnings("unused")
    static final class LooksUp {
        Object out(String host) throws IOException {
            return InetAddress.getAllByName(host);
        }
    }

    @SuppressWarnings({"unused", "AddressSelection"})
    static final class LooksUpInPassing {
        Object out(String host) {
            return new InetSocketAddress(host, 1);
        }
    }
}
