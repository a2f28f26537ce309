package org.quietbell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shape of the program: which package may import which ([ImportTable]), and what only some of
/// them may touch at all. Each rule is shown to fail on a small breach compiled for the purpose.
class ArchitectureTest {
    private static final String ROOT = "org.quietbell";
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.h2..", "org.flywaydb.."};

    private static JavaClasses program;

    @TempDir private Path folder;

    /// A rule, and a class that breaks it: the package it stands in and its members.
    record Guard(ArchRule rule, String breachIn, String breach) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static List<Guard> guards() {
        return List.of(
                new Guard(only("store", SQL), "hit", "java.sql.Connection connection;"),
                new Guard(only("store", SQL), "app", "Object o = new org.h2.Driver();"),
                new Guard(
                        only("http", "okhttp3..", "okio.."),
                        "source",
                        "okhttp3.OkHttpClient client;"),
                new Guard(only("channel", "jakarta.mail.."), "app", "jakarta.mail.Session s;"),
                new Guard(
                        noClasses()
                                .that(areOutside("vault", "stamp"))
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                                .as("Bouncy Castle only in vault and stamp"),
                        "store",
                        "org.bouncycastle.crypto.Digest digest;"),
                new Guard(
                        only("vault", "org.bouncycastle.crypto.."),
                        "stamp",
                        "org.bouncycastle.crypto.Digest digest;"),
                new Guard(
                        only("paper", "org.apache.pdfbox..", "org.apache.fontbox.."),
                        "evidence",
                        "org.apache.pdfbox.pdmodel.PDDocument document;"),
                new Guard(
                        noClasses()
                                .that(areOutside("pipeline", "store"))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.quartz..")
                                .as("Quartz only in pipeline, and where store lends its pool"),
                        "app",
                        "org.quartz.Scheduler scheduler;"),
                new Guard(
                        noClasses()
                                .that(areOutside("pipeline"))
                                .should()
                                .dependOnClassesThat(
                                        resideInAPackage("org.quartz..")
                                                .and(
                                                        isNot(
                                                                "org.quartz.utils"
                                                                        + ".ConnectionProvider")))
                                .as("outside pipeline, of Quartz only the pool's interface"),
                        "store",
                        "org.quartz.Scheduler scheduler;"),
                new Guard(
                        noClasses()
                                .that(areOutside("app"))
                                .should()
                                .accessTargetWhere(Deeds.readsAClock())
                                .as("no clock but the one handed in"),
                        "match",
                        "Object o = java.time.LocalDate.now();"),
                new Guard(
                        noClasses()
                                .that(areOutside("app"))
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.time.Clock")
                                .as("an InstantSource, not a Clock"),
                        "pipeline",
                        "java.time.Clock clock;"),
                new Guard(
                        noClasses()
                                .that(resideInAPackage(ROOT + ".."))
                                .should()
                                .accessTargetWhere(Deeds.interrupts())
                                .as("nobody is interrupted: it closes H2 for everybody (F46)"),
                        "pipeline",
                        "void end(Thread thread) { thread.interrupt(); }"),
                new Guard(
                        noClasses()
                                .that(resideInAPackage(ROOT + ".."))
                                .should()
                                .accessTargetWhere(Deeds.startsAProcess())
                                .as("nothing runs a shell or another program"),
                        "app",
                        "Object o = new ProcessBuilder(\"true\");"),
                new Guard(
                        noClasses()
                                .that(areOutside("http", "app"))
                                .should()
                                .dependOnClassesThat(Deeds.openConnections())
                                .as("connections are opened in http, the local socket in app"),
                        "channel",
                        "java.nio.channels.SocketChannel other;"),
                new Guard(
                        noClasses()
                                .that(areOutside("http"))
                                .should()
                                .accessTargetWhere(Deeds.resolvesOrOpens())
                                .as("no socket is made and no name looked up outside http"),
                        "app",
                        "void read(java.net.URL url) throws Exception { url.openStream(); }"),
                new Guard(
                        noClasses()
                                .that(areOutside("http"))
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.net\\.(http\\..*|.*URLConnection"
                                                + "|DatagramSocket|MulticastSocket)")
                                .as("no second HTTP client and no datagrams, in app neither"),
                        "app",
                        "java.net.http.HttpClient client;"));
    }

    @BeforeAll
    static void readTheProgram() {
        program =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsWhatItsRowNamesOnly(String name) {
        imports(name).check(program);
    }

    @Test
    void everyPackageHasARow() {
        Set<String> found =
                program.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring(ROOT.length()).replaceFirst("^\\.", ""))
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .collect(toCollection(TreeSet::new));

        assertThat(found).isNotEmpty().isSubsetOf(ImportTable.rows().keySet());
    }

    @ParameterizedTest
    @MethodSource("guards")
    void theProgramKeeps(Guard guard) {
        guard.rule().check(program);
    }

    @Test
    void oneClassOfTheStoreLendsQuartzThePool() {
        List<String> implementing =
                program.stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT + ".store"))
                        .filter(type -> type.isAssignableTo("org.quartz.utils.ConnectionProvider"))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(implementing).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aBreachOfEachRuleIsSeen() {
        Breach breach = new Breach(folder);
        List<Guard> guards = guards();
        for (Guard guard : guards) {
            String name = ".Breach" + guards.indexOf(guard);
            breach.type(ROOT + "." + guard.breachIn() + name, guard.breach());
        }
        JavaClasses broken = breach.compile();

        for (Guard guard : guards) {
            String name = guard.breachIn() + ".Breach" + guards.indexOf(guard);

            assertThatThrownBy(() -> guard.rule().check(broken))
                    .as(guard.toString())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void anImportOutsideTheRowIsSeenAndOneInsideIsNot() {
        Map<String, ? extends Set<String>> rows = ImportTable.rows();
        Breach breach = new Breach(folder);
        for (String name : rows.keySet()) {
            breach.type(ROOT + "." + name + ".Nearby", "");
            for (String other : rows.keySet()) {
                String field = ROOT + "." + other + ".Nearby nearby;";
                breach.type(ROOT + "." + name + ".Uses_" + other, field);
            }
        }
        JavaClasses all = breach.compile();

        for (String name : rows.keySet()) {
            Set<String> seen = new TreeSet<>();
            for (String line : imports(name).evaluate(all).getFailureReport().getDetails()) {
                seen.add(line.replaceFirst(".*Uses_([a-z]+).*", "$1"));
            }
            Set<String> forbidden = new TreeSet<>(rows.keySet());
            forbidden.removeAll(rows.get(name));

            assertThat(seen).as(name).isEqualTo(forbidden);
        }
    }

    @Test
    void everyWayToInterruptIsSeen() {
        Breach breach = new Breach(folder);
        List<String> ways =
                List.of(
                        "Thread.ofVirtual().unstarted(() -> {}).interrupt();",
                        "java.util.concurrent.Executors.newCachedThreadPool().shutdownNow();",
                        "java.util.concurrent.CompletableFuture.runAsync(() -> {}).cancel(true);",
                        "Runnable end = Thread.currentThread()::interrupt;",
                        "((org.quartz.Scheduler) null).interrupt(\"round\");");
        for (String way : ways) {
            String method = "void end() throws Exception { " + way + " }";
            breach.type(ROOT + ".store.Way" + ways.indexOf(way), method);
        }
        JavaClasses broken = breach.compile();
        ArchRule rule = noClasses().should().accessTargetWhere(Deeds.interrupts());

        assertThat(rule.evaluate(broken).getFailureReport().getDetails()).hasSameSizeAs(ways);
    }

    @Test
    void everyWayToOpenASocketIsSeenAndWrappingALentOneIsNot() {
        Breach breach = new Breach(folder);
        List<String> ways =
                List.of(
                        "new java.net.Socket(\"a.example\", 25);",
                        "javax.net.SocketFactory.getDefault();",
                        "((javax.net.ssl.SSLSocketFactory) null).createSocket(\"a.example\", 465);",
                        "java.net.InetAddress.getByName(\"a.example\");");
        for (String way : ways) {
            String method = "void open() throws Exception { " + way + " }";
            breach.type(ROOT + ".channel.Way" + ways.indexOf(way), method);
        }
        breach.type(
                ROOT + ".channel.Wrapped",
                "static class Bounded extends java.net.Socket {} "
                        + "void use(javax.net.SocketFactory lent) throws Exception "
                        + "{ lent.createSocket().connect(null); }");
        JavaClasses broken = breach.compile();
        ArchRule rule = noClasses().should().accessTargetWhere(Deeds.resolvesOrOpens());

        assertThat(rule.evaluate(broken).getFailureReport().getDetails()).hasSameSizeAs(ways);
    }

    static Stream<String> packages() {
        return ImportTable.rows().keySet().stream();
    }

    private static ArchRule imports(String name) {
        Set<String> allowed = ImportTable.rows().get(name);
        List<String> forbidden = new ArrayList<>();
        for (String other : ImportTable.rows().keySet()) {
            if (!allowed.contains(other)) {
                forbidden.add(ROOT + "." + other + "..");
            }
        }
        return noClasses()
                .that(resideInAPackage(ROOT + "." + name + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                .as(name + " imports of ours only " + allowed)
                .allowEmptyShould(true);
    }

    private static ArchRule only(String name, String... libraries) {
        return noClasses()
                .that(areOutside(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .as(String.join(", ", libraries) + " only in " + name);
    }

    private static DescribedPredicate<JavaClass> areOutside(String... names) {
        String[] packages =
                Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        return resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages)));
    }

    private static DescribedPredicate<JavaClass> isNot(String name) {
        return describe("is not " + name, type -> !type.getFullName().equals(name));
    }
}
