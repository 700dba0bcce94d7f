package io.github.hotlinekit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.language.Coded;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The laws of the house that a compiler cannot check. */
@ArchTag("architecture")
@AnalyzeClasses(packages = "io.github.hotlinekit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final String OURS = "io.github.hotlinekit.";
    private static final String CORE = "io.github.hotlinekit.core..";
    private static final String SLA = "io.github.hotlinekit.sla..";
    private static final String STATS = "io.github.hotlinekit.stats..";

    @ArchTest
    static final ArchRule core_depends_on_no_other_module = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SLA, STATS);

    @ArchTest
    static final ArchRule sla_does_not_depend_on_stats = noClasses()
            .that()
            .resideInAPackage(SLA)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STATS);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.github.hotlinekit.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule documents_stand_alone = knowsOnly("core.document");

    @ArchTest
    static final ArchRule language_stands_alone = knowsOnly("core.language");

    @ArchTest
    static final ArchRule style_stands_alone = knowsOnly("core.style");

    @ArchTest
    static final ArchRule privacy_stands_alone = knowsOnly("core.privacy", "core.language");

    @ArchTest
    static final ArchRule texts_stand_alone = knowsOnly("core.text");

    @ArchTest
    static final ArchRule shapes_stand_alone = knowsOnly("core.shape");

    @ArchTest
    static final ArchRule json_knows_documents_and_what_stands_in_them = knowsOnly(
            "core.json",
            "core.document",
            "core.cases",
            "core.privacy",
            "core.shape",
            "core.taxonomy",
            "core.directory",
            "core.language");

    @ArchTest
    static final ArchRule nothing_that_stands_in_documents_knows_json = noClasses()
            .that()
            .resideInAnyPackage(
                    "..core.cases..",
                    "..core.privacy..",
                    "..core.shape..",
                    "..core.taxonomy..",
                    "..core.directory..",
                    "..core.document..",
                    "..core.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.json..");

    @ArchTest
    static final ArchRule taxonomy_knows_documents_only =
            knowsOnly("core.taxonomy", "core.document", "core.language", "core.style", "core.text");

    @ArchTest
    static final ArchRule directory_knows_documents_and_taxonomy =
            knowsOnly("core.directory", "core.document", "core.language", "core.style", "core.taxonomy");

    @ArchTest
    static final ArchRule cases_know_codes_and_nothing_of_documents =
            knowsOnly("core.cases", "core.privacy", "core.taxonomy", "core.directory", "core.language", "core.style");

    @ArchTest
    static final ArchRule duplicates_know_cases_and_no_rules_of_others = knowsOnly(
            "core.duplicates",
            "core.cases",
            "core.privacy",
            "core.directory",
            "core.taxonomy",
            "core.language",
            "core.style");

    @ArchTest
    static final ArchRule nothing_else_in_core_knows_duplicates = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage("..core.duplicates..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.duplicates..");

    @ArchTest
    static final ArchRule redaction_knows_cases_and_what_they_are_made_of =
            knowsOnly("core.redaction", "core.cases", "core.privacy", "core.shape", "core.directory", "core.taxonomy");

    @ArchTest
    static final ArchRule disclosure_knows_cases_and_no_erasure = knowsOnly(
            "core.disclosure",
            "core.redaction",
            "core.cases",
            "core.privacy",
            "core.directory",
            "core.taxonomy",
            "core.language");

    @ArchTest
    static final ArchRule retention_knows_cases_and_no_view =
            knowsOnly("core.retention", "core.redaction", "core.cases", "core.privacy", "core.document", "core.style");

    @ArchTest
    static final ArchRule nothing_else_in_core_knows_routing = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackages("..core.routing..", "..core.analysis..", "..core.dmn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.routing..");

    @ArchTest
    static final ArchRule analysis_knows_rules_and_what_they_are_made_of = knowsOnly(
            "core.analysis",
            "core.routing",
            "core.cases",
            "core.taxonomy",
            "core.directory",
            "core.document",
            "core.text",
            "core.language",
            "core.style");

    @ArchTest
    static final ArchRule nothing_else_in_core_knows_analysis = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage("..core.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.analysis..");

    @ArchTest
    static final ArchRule decision_tables_know_rules_and_no_json = knowsOnly(
            "core.dmn",
            "core.routing",
            "core.document",
            "core.taxonomy",
            "core.directory",
            "core.cases",
            "core.language");

    @ArchTest
    static final ArchRule nothing_else_in_core_knows_decision_tables = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage("..core.dmn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.dmn..");

    @ArchTest
    static final ArchRule xml_is_known_to_decision_tables_alone = noClasses()
            .that()
            .resideOutsideOfPackage("..core.dmn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..");

    @ArchTest
    static final ArchRule calendars_know_no_case =
            knowsOnly("sla.calendar", "core.document", "core.json", "core.language");

    @ArchTest
    static final ArchRule policies_know_no_clock = noClasses()
            .that()
            .resideInAPackage("..sla.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..sla.clock..");

    @ArchTest
    static final ArchRule metrics_know_no_ledger_and_no_report = noClasses()
            .that()
            .resideInAPackage("..stats.metric..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..stats.ledger..", "..stats.report..");

    @ArchTest
    static final ArchRule ledgers_know_no_report = noClasses()
            .that()
            .resideInAPackage("..stats.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..stats.report..");

    @ArchTest
    static final ArchRule reports_know_figures_and_calendars = knowsOnly(
            "stats.report",
            "stats.metric",
            "stats.ledger",
            "core.cases",
            "core.document",
            "core.language",
            "core.style",
            "sla.calendar");

    @ArchTest
    static final ArchRule reports_know_codes_and_numbers_of_cases_and_no_case = noClasses()
            .that()
            .resideInAPackage("..stats.report..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.hotlinekit.core.cases")
                    .and(not(assignableTo(Coded.class)))
                    .and(not(equivalentTo(CaseNumber.class))));

    @ArchTest
    static final ArchRule distributions_of_chance_are_known_to_stats_alone = noClasses()
            .that()
            .resideOutsideOfPackage(STATS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.statistics..");

    @ArchTest
    static final ArchRule only_the_allowed_libraries_are_used = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.github.hotlinekit..",
                    "java..",
                    "javax.crypto..",
                    "javax.xml.stream..",
                    "com.fasterxml.jackson..",
                    "org.apache.commons.statistics.distribution..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "org.immutables.."));

    @ArchTest
    static final ArchRule jackson_is_known_to_json_alone = noClasses()
            .that()
            .resideOutsideOfPackages("..core.json..", "..core.privacy..", "..core.cases..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    /** The annotations that have any mapper write the masked form; nothing that reads or writes. */
    @ArchTest
    static final ArchRule what_masks_itself_knows_no_more_of_jackson_than_its_annotations = noClasses()
            .that()
            .resideInAnyPackage("..core.privacy..", "..core.cases..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..")
                    .and(DescribedPredicate.not(resideInAnyPackage("com.fasterxml.jackson.annotation.."))));

    @ArchTest
    static final ArchRule no_clock_zone_or_locale_is_read_from_the_machine = noClasses()
            .should()
            .accessTargetWhere(target(
                    "reads the machine's clock, zone or locale",
                    t -> (t.getOwner().getPackageName().equals("java.time")
                                    && t.getName().equals("now"))
                            || t.getName().equals("systemDefault")
                            || (t.getOwner().isEquivalentTo(java.time.Clock.class)
                                    && (t.getName().startsWith("system")
                                            || t.getName().startsWith("tick")))
                            || t.getName().equals("currentTimeMillis")
                            || t.getName().equals("nanoTime")
                            || (t.getOwner().isEquivalentTo(Locale.class)
                                    && t.getName().equals("getDefault"))
                            || (t.getOwner().isEquivalentTo(java.util.TimeZone.class)
                                    && t.getName().equals("getDefault"))));

    @ArchTest
    static final ArchRule no_text_is_changed_or_formatted_by_the_default_locale = noClasses()
            .should()
            .accessTargetWhere(target(
                    "uses the default locale",
                    t -> t.getOwner().isEquivalentTo(String.class)
                            && Set.of("toLowerCase", "toUpperCase", "format", "formatted")
                                    .contains(t.getName())
                            && !t.getFullName().contains("java.util.Locale")))
            .orShould()
            .accessTargetWhere(target(
                    "formats or parses by the default locale",
                    t -> t.getOwner().getPackageName().equals("java.time.format")
                            && (t.getName().startsWith("ofPattern")
                                    || t.getName().equals("toFormatter"))
                            && !t.getFullName().contains("java.util.Locale")))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.text\\..*(Format|Collator)");

    @ArchTest
    static final ArchRule no_old_dates = noClasses()
            .should()
            .dependOnClassesThat(is(
                    "java.util.Date",
                    "java.util.Calendar",
                    "java.util.GregorianCalendar",
                    "java.util.TimeZone",
                    "java.text.DateFormat",
                    "java.text.SimpleDateFormat"));

    @ArchTest
    static final ArchRule no_chance_no_threads_no_console = noClasses()
            .should()
            .dependOnClassesThat(is(
                            "java.util.Random",
                            "java.util.SplittableRandom",
                            "java.security.SecureRandom",
                            "java.util.concurrent.ThreadLocalRandom",
                            "java.lang.Thread",
                            "java.io.ObjectInputStream")
                    .or(resideInAnyPackage("java.util.logging..", "java.util.random..", "java.util.concurrent")))
            .orShould()
            .accessTargetWhere(target(
                    "uses chance, threads or the console",
                    t -> (t.getOwner().isEquivalentTo(System.class)
                                    && Set.of("out", "err", "in").contains(t.getName()))
                            || (t.getOwner().isEquivalentTo(Math.class)
                                    && t.getName().equals("random"))
                            || t.getName().equals("parallel")
                            || t.getName().equals("parallelStream")));

    @ArchTest
    static final ArchRule a_ledger_counts_in_whole_numbers = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..stats.ledger..")
            .should(ArchCondition.from(describe(
                    "hold floating-point numbers, alone, in arrays or in collections",
                    f -> f.getAllInvolvedRawTypes().stream().anyMatch(t -> FLOATING.contains(t.getName())))));

    /** Ledgers are what changes in all of the library, and stories while they are told: by package, the classes. */
    private static final Map<String, Set<String>> CHANGING = Map.of(
            OURS + "stats.ledger",
                    Set.of(
                            "Backlog",
                            "CellCounts",
                            "CellSum",
                            "ClassBacklog",
                            "DayNumbers",
                            "IntPool",
                            "IntsByNumber",
                            "KeyTable",
                            "LongIntMap",
                            "LongNumbers",
                            "PairNumbers",
                            "Table",
                            "Waiting",
                            "ZoneOffsets"),
            OURS + "sla.clock", Set.of("Call", "Round", "Turn"));

    private static boolean changes(JavaClass c) {
        return CHANGING.getOrDefault(c.getPackageName(), Set.of()).contains(c.getSimpleName());
    }

    @ArchTest
    static final ArchRule fields_are_final = fields().that(
                    describe("are not generated by Immutables", ArchitectureTest::isWritten))
            .and(describe("are not of classes that change", f -> !changes(f.getOwner())))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule what_changes_is_known_to_its_package_alone = classes()
            .that(describe("are classes that change", ArchitectureTest::changes))
            .should()
            .notBePublic()
            .andShould(new ArchCondition<>("have private fields") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getFields()
                            .forEach(f -> events.add(new SimpleConditionEvent(
                                    f,
                                    f.getModifiers().contains(JavaModifier.PRIVATE)
                                            || f.getModifiers().contains(JavaModifier.FINAL),
                                    f.getFullName() + " can be changed by other classes")));
                }
            });

    @ArchTest
    static final ArchRule loggers_are_private_constants = fields().that()
            .haveRawType("org.slf4j.Logger")
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal();

    /** A class that can see a requester or personal data, or what carries them, has no logger to put it in. */
    @ArchTest
    static final ArchRule nothing_of_a_requester_is_logged = noClasses()
            .that(describe("can see a Requester or personal data", ArchitectureTest::seesRequester))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule public_classes_live_in_null_marked_packages_with_package_info = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(new ArchCondition<>("live in a package with a null-marked package-info") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            item,
                            marked,
                            item.getName() + " is public in a package without a null-marked package-info"));
                }
            });

    @ArchTest
    static final ArchRule public_names_say_what_a_thing_is = noClasses()
            .that()
            .arePublic()
            .should()
            .haveNameMatching(".*(\\.Immutable|Impl$|Utils?$|Manager$|Helper$).*");

    @ArchTest
    static final ArchRule exceptions_are_called_exceptions =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule public_classes_are_final_or_sealed = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .should()
            .haveModifier(JavaModifier.FINAL);

    private static boolean isWritten(JavaField field) {
        String owner = field.getOwner().getSimpleName();
        boolean generated = owner.startsWith("Immutable")
                || owner.equals("InitShim")
                || (owner.endsWith("Builder") && !owner.equals("Builder"))
                || field.getName().equals("initShim");
        return !generated;
    }

    private static boolean seesRequester(JavaClass type) {
        return carriesRequester(type, new HashSet<>())
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> carriesRequester(d.getTargetClass(), new HashSet<>()));
    }

    /** A requester or personal data, or a type of ours that has one in a field, or an implementation that has, at any depth. */
    private static boolean carriesRequester(JavaClass type, Set<JavaClass> seen) {
        return type.getName().equals(OURS + "core.cases.Requester")
                || type.isAssignableTo(OURS + "core.privacy.PersonalData")
                || type.getName().equals(OURS + "core.privacy.Revealed")
                || (type.getName().startsWith(OURS)
                        && seen.add(type)
                        && Stream.concat(
                                        type.getFields().stream().flatMap(f -> f.getAllInvolvedRawTypes().stream()),
                                        type.getSubclasses().stream())
                                .anyMatch(t -> carriesRequester(t, seen)));
    }

    /** The classes of a package know no others of ours than those of the same and the other packages. */
    private static ArchRule knowsOnly(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(OURS + room + "..")
                .should()
                .dependOnClassesThat(ours().and(resideOutside(allowed)));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAnyPackage("io.github.hotlinekit..");
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
        String[] patterns = Set.of(packages).stream().map(p -> OURS + p + "..").toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(patterns));
    }

    private static DescribedPredicate<JavaClass> is(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("is one of " + wanted, t -> wanted.contains(t.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> target(
            String description, java.util.function.Predicate<AccessTarget> predicate) {
        return describe(description, access -> predicate.test(access.getTarget()));
    }
}
