package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.analysis.Budget;
import io.github.hotlinekit.core.analysis.RuleSetAnalyzer;
import io.github.hotlinekit.core.analysis.Witness;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Law 12: one answer, whatever thread asks, in whatever order things were put in, and whatever the hash seed. */
class SameAnswersTest {

    private static final int THREADS = 4;

    /**
     * So many have but one order of the set below once in some four million times: a machine begins at one of 2,000
     * places by its seed, and goes one of two ways from there.
     */
    private static final int MACHINES = 3;

    /** Spreads numbers over the places of a set: side by side, half of the places to begin at would all be one order. */
    private static final int SPREAD = 0x9E3779B1;

    private static final Instant AT =
            RoutingArbitraries.DAYS.get(1).atStartOfDay(RoutingArbitraries.ZONE).toInstant();

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    @Provide
    Arbitrary<Taxonomy> taxonomies() {
        return RoutingArbitraries.taxonomies();
    }

    @Provide
    Arbitrary<Directory> directories() {
        return RoutingArbitraries.directories();
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        return RoutingArbitraries.facts();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return RoutingArbitraries.instants();
    }

    private static List<RoutingDecision> decisions(Router router, List<RoutingFacts> cases, List<Instant> instants) {
        List<RoutingDecision> decisions = new ArrayList<>();
        for (RoutingFacts facts : cases) {
            instants.forEach(at -> decisions.add(router.route(facts, at)));
        }
        return decisions;
    }

    /** A router that nobody has asked yet, so that whatever it makes on first use is made by several threads at once. */
    @Property(tries = 60)
    void threads_that_ask_a_new_router_at_once_all_get_the_answers_of_one_that_asks_alone(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll @Size(20) List<@From("facts") RoutingFacts> cases,
            @ForAll @Size(4) List<@From("instants") Instant> instants)
            throws Exception {
        List<RoutingDecision> alone = decisions(
                Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory()), cases, instants);
        Router shared = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<RoutingDecision>> asking = () -> {
            start.await(60, TimeUnit.SECONDS);
            return decisions(shared, cases, instants);
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<RoutingDecision>> answers : threads.invokeAll(Collections.nCopies(THREADS, asking))) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Rule shuffled(Rule rule, Random random) {
        Condition when = rule.when();
        return rule.withWhen(new Condition(
                shuffled(when.categories(), random),
                shuffled(when.areas(), random),
                shuffled(when.kinds(), random),
                shuffled(when.channels(), random),
                shuffled(when.priorities(), random),
                shuffled(when.requesters(), random),
                shuffled(when.dayTypes(), random),
                when.missing(),
                new Keywords(
                        shuffled(when.keywords().any(), random),
                        shuffled(when.keywords().all(), random),
                        shuffled(when.keywords().none(), random)),
                shuffled(when.times(), random)));
    }

    @Property(tries = 200)
    void the_order_of_categories_departments_areas_and_listed_values_decides_nothing(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("taxonomies") Taxonomy taxonomy,
            @ForAll("directories") Directory directory,
            @ForAll @Size(10) List<@From("facts") RoutingFacts> cases,
            @ForAll @Size(2) List<@From("instants") Instant> instants,
            @ForAll Random random) {
        List<Category> categories = shuffled(taxonomy.categories(), random);
        categories.sort(Comparator.comparing((Category c) -> c.code().depth())); // a parent comes before its children
        List<Department> departments = shuffled(directory.departments(), random);
        List<Area> areas = shuffled(directory.areas(), random);
        List<RuleSet.Section> sections = rules.sections().stream()
                .map(s -> new RuleSet.Section(
                        s.id(),
                        s.policy(),
                        s.rules().stream().map(r -> shuffled(r, random)).toList()))
                .toList();
        Router router = Router.of(rules, taxonomy, directory);
        Router other = Router.of(
                rules.withSections(sections),
                Taxonomy.of(taxonomy.id(), taxonomy.version(), categories),
                Directory.of(directory.id(), directory.version(), departments, areas));
        assertThat(decisions(other, cases, instants)).isEqualTo(decisions(router, cases, instants));
    }

    /** A virtual machine orders the JDK's unmodifiable sets and maps by a seed of its own. */
    @Test
    void decisions_explanations_and_findings_are_the_same_in_every_virtual_machine() throws Exception {
        Set<String> answers = new HashSet<>();
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < MACHINES; i++) {
            List<String> lines = inAnotherMachine().lines().toList();
            answers.add(lines.get(0));
            orders.add(lines.get(1));
        }
        JqwikSession.run(() -> assertThat(answers).containsOnly(digest()));
        assertThat(orders).as("orders of one set").hasSizeGreaterThan(1);
    }

    private static String inAnotherMachine() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dfile.encoding=UTF-8",
                        SameAnswersTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** Prints the digest of this machine, and in what order it has a set. */
    public static void main(String[] arguments) {
        JqwikSession.run(() -> System.out.print(digest() + "\n" + order() + "\n"));
    }

    private static String order() {
        Integer[] numbers =
                IntStream.range(0, 1_000).map(i -> i * SPREAD).boxed().toArray(Integer[]::new);
        return Set.of(numbers).toString();
    }

    private static String digest() {
        StringBuilder all = new StringBuilder();
        RandomGenerator<RuleSet> sets = RoutingArbitraries.ruleSets().generator(100);
        RandomGenerator<RoutingFacts> facts = RoutingArbitraries.facts().generator(100);
        Random random = new Random(12);
        for (int i = 0; i < 20; i++) {
            RuleSet rules = sets.next(random).value();
            Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
            all.append(rules.hash());
            for (int j = 0; j < 20; j++) {
                RoutingFacts one = facts.next(random).value();
                all.append(router.route(one, AT)).append(router.explain(one, AT).render(Language.EN));
            }
            RuleSetAnalyzer.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                    .analyze(Budget.ofSteps(20_000))
                    .findings()
                    .forEach(f -> all.append(f.code())
                            .append(f.rules())
                            .append(f.others())
                            .append(f.message().en())
                            .append(f.witness().map(Witness::at)));
        }
        return sha256(all.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
