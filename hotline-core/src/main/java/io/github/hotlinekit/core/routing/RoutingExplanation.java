package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a case goes where it goes (派单依据): what answers a department that objects. Names the rules' own words and where
 * they stand in the text, never the text. Immutable.
 */
public final class RoutingExplanation {

    /** The most rules listed of each sort; all are counted. */
    public static final int MAX_LISTED = 20;

    private static final int SHOWN_VALUES = 8;

    private final Basis basis;
    private final Subject subject;
    private final RoutingDecision decision;
    private final Optional<Rule> winner;
    private final List<Evidence> evidence;
    private final Listed<PassedOver> passedOver;
    private final Listed<NearMiss> nearMisses;
    private final Listed<Rule> notInForce;
    private final List<Rule> collected;

    /** What kept a rule that matches from deciding. */
    public enum Reason implements Coded {
        /** A rule that comes before it in its section decided. */
        EARLIER_RULE("同节在前的规则已决定", "an earlier rule of its section decided"),
        /** A rule of its section decided that says more of the case. */
        LESS_SPECIFIC("不如决定规则具体", "a more specific rule of its section decided"),
        /** A section that comes before its own decided. */
        EARLIER_SECTION("在前的章节已决定", "an earlier section decided"),
        /** The department that it gives the case to was relieved of it. */
        RELIEVED("其主办单位已退单", "its lead was relieved of the case"),
        /** No rule decided: people do, after objections, or since a code is not known. */
        PEOPLE_DECIDE("转人工会商", "people decide");

        private final Label label;

        Reason(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /**
     * A rule that matches and did not decide.
     *
     * @param rule the rule
     * @param section the id of its section
     * @param reason what kept it from deciding
     * @param objection with {@link Reason#RELIEVED}, which objection relieved its lead, counted from 1
     */
    public record PassedOver(Rule rule, String section, Reason reason, Optional<Integer> objection) {
        /** Checks the parts. */
        public PassedOver {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(section, "section");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(objection, "objection");
        }
    }

    /**
     * A rule in force that would match if one cell did, and that has to do with the case. It asks for at least two
     * things, a category or an area among them, and all but one are so. If it is the category that is not, the rule must
     * name one close to the case's: right below it, since the case may have been told too coarsely, or beside it under
     * the same parent, since it may have been filed wrongly. The same holds of the area, with the parents that the
     * directory has. Nothing is close to a code that is missing. So a rule about another matter is no near miss, though
     * its category alone keeps it from matching: there are as many of those as a catalogue has rules.
     *
     * @param rule the rule
     * @param failing the cell that does not hold
     */
    public record NearMiss(Rule rule, Evidence failing) {
        /** Checks the parts. */
        public NearMiss {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(failing, "failing");
        }
    }

    /** The documents that decided. */
    record Basis(RuleSet ruleSet, Taxonomy taxonomy, Directory directory) {}

    /** What was decided about. */
    record Subject(RoutingFacts facts, List<Objection> objections, Instant at) {}

    /** The first of some, and how many there are. */
    record Listed<T>(List<T> first, int count) {
        Listed {
            first = List.copyOf(first);
        }
    }

    RoutingExplanation(
            Basis basis,
            Subject subject,
            RoutingDecision decision,
            Optional<Rule> winner,
            List<Evidence> evidence,
            Listed<PassedOver> passedOver,
            Listed<NearMiss> nearMisses,
            Listed<Rule> notInForce,
            List<Rule> collected) {
        this.basis = basis;
        this.subject = subject;
        this.decision = decision;
        this.winner = winner;
        this.evidence = evidence;
        this.passedOver = passedOver;
        this.nearMisses = nearMisses;
        this.notInForce = notInForce;
        this.collected = List.copyOf(collected);
    }

    /**
     * What was known of the case, a retired category replaced by its successor.
     *
     * @return the facts that the rules were asked about
     */
    public RoutingFacts facts() {
        return subject.facts();
    }

    /**
     * The departments that were relieved of the case.
     *
     * @return the objections, in order
     */
    public List<Objection> objections() {
        return subject.objections();
    }

    /**
     * When it was decided.
     *
     * @return the instant whose rules decided
     */
    public Instant at() {
        return subject.at();
    }

    /**
     * Where the case goes.
     *
     * @return the decision
     */
    public RoutingDecision decision() {
        return decision;
    }

    /**
     * The rule that decided.
     *
     * @return the rule; empty if none did
     */
    public Optional<Rule> winner() {
        return winner;
    }

    /**
     * Why the rule that decided matches, cell by cell.
     *
     * @return one element a cell, in the order of {@link Cell}; empty if no rule decided
     */
    public List<Evidence> evidence() {
        return evidence;
    }

    /**
     * The rules that match and did not decide; those that only add departments are not among them.
     *
     * @return the first {@value #MAX_LISTED}, in the order in which they would have decided
     */
    public List<PassedOver> passedOver() {
        return passedOver.first();
    }

    /**
     * How many rules match and did not decide.
     *
     * @return their number
     */
    public int passedOverCount() {
        return passedOver.count();
    }

    /**
     * The rules that nearly match.
     *
     * @return the first {@value #MAX_LISTED}: those that fill more cells come first, and among equals those that come
     *     first in the document
     */
    public List<NearMiss> nearMisses() {
        return nearMisses.first();
    }

    /**
     * How many rules nearly match.
     *
     * @return their number, of which {@link #nearMisses} has the first
     */
    public int nearMissCount() {
        return nearMisses.count();
    }

    /**
     * The rules of which all cells hold, but which are not in force on that day.
     *
     * @return the first {@value #MAX_LISTED}, as in the document
     */
    public List<Rule> notInForce() {
        return notInForce.first();
    }

    /**
     * How many rules would match if they were in force.
     *
     * @return their number
     */
    public int notInForceCount() {
        return notInForce.count();
    }

    /**
     * The rules that added departments that assist.
     *
     * @return the rules, in order
     */
    public List<Rule> collected() {
        return collected;
    }

    /**
     * The explanation as a text of several lines, fit to be the written ground of a dispatch (派单依据).
     *
     * @param language in which language
     * @return the text, lines ended by LF
     */
    public String render(Language language) {
        return new Text(language).render();
    }

    private final class Text {
        private final Language language;
        private final StringBuilder text = new StringBuilder();

        Text(Language language) {
            this.language = language;
        }

        private String in(String zh, String en) {
            return Label.of(zh, en).in(language);
        }

        private void line(String zh, String en) {
            text.append(in(zh, en)).append('\n');
        }

        String render() {
            String outcome = outcome(decision.outcome());
            line("派单结果:" + outcome, "Outcome: " + outcome);
            String time = WallClock.time(subject.at(), basis.ruleSet().zone())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            String zone = basis.ruleSet().zone().getId();
            line("决定时间:" + time + "(" + zone + ")", "Decided at: " + time + " (" + zone + ")");
            line("规则集:" + decision.ruleSet(), "Rule set: " + decision.ruleSet());
            if (winner.isEmpty()) {
                line("没有规则作出决定", "No rule decided");
            }
            winner.ifPresent(this::winner);
            for (Rule rule : collected) {
                String title = titleAndBasis(rule);
                line("增加协办的规则:" + title, "Rule that added assisting departments: " + title);
            }
            for (int i = 0; i < subject.objections().size(); i++) {
                Objection objection = subject.objections().get(i);
                String said = department(objection.department()) + in(":", ": ") + objection.ground();
                line("第 " + (i + 1) + " 次退单:" + said, "Objection " + (i + 1) + ": " + said);
            }
            for (Notice notice : decision.notices()) {
                line("注意:" + notice.label().zh(), "Note: " + notice.label().en());
            }
            others();
            return text.toString();
        }

        private void others() {
            if (passedOver.count() > 0) {
                line(
                        "也符合但未采用的规则 " + passedOver.count() + " 条:",
                        "Rules that match as well and did not decide, " + passedOver.count() + ":");
                for (PassedOver other : passedOver.first()) {
                    String which = other.objection()
                            .map(n -> in("(第 " + n + " 次退单)", " (objection " + n + ")"))
                            .orElse("");
                    item(title(other.rule()), other.reason().label().in(language) + which);
                }
                more(passedOver.count());
            }
            if (nearMisses.count() > 0) {
                line(
                        "相近而只差一项的规则 " + nearMisses.count() + " 条:",
                        "Rules near the case that one cell keeps from matching, " + nearMisses.count() + ":");
                nearMisses.first().forEach(miss -> item(title(miss.rule()), cell(miss.failing())));
                more(nearMisses.count());
            }
            if (notInForce.count() > 0) {
                line(
                        "符合但当日未施行的规则 " + notInForce.count() + " 条:",
                        "Rules that match but are not in force on that day, " + notInForce.count() + ":");
                notInForce
                        .first()
                        .forEach(rule -> item(title(rule), rule.effective().toString()));
                more(notInForce.count());
            }
        }

        private void winner(Rule rule) {
            String section = decision.section().orElse("");
            line("规则:" + title(rule) + ",章节 " + section, "Rule: " + title(rule) + ", section " + section);
            rule.basis().ifPresent(b -> line("依据:" + b, "Basis: " + b));
            evidence.forEach(e -> text.append("  ").append(cell(e)).append('\n'));
            if (rule.then() instanceof Directive.Assign assign
                    && assign.lead() instanceof Target.Jurisdiction jurisdiction) {
                String place = subject.facts().area().map(this::area).orElse(in("未知", "unknown"));
                String level = jurisdiction
                        .level()
                        .map(l -> in(",层级 " + l, ", level " + l))
                        .orElse("");
                String function = jurisdiction
                        .function()
                        .map(f -> in(",职能 " + f, ", function " + f))
                        .orElse("");
                line(
                        "  主办按属地确定:案件区域 " + place + level + function,
                        "  Lead by jurisdiction: the case's area " + place + level + function);
            }
        }

        private void item(String title, String said) {
            text.append("  ").append(title).append(in(":", ": ")).append(said).append('\n');
        }

        private void more(int count) {
            if (count > MAX_LISTED) {
                line("  ……另有 " + (count - MAX_LISTED) + " 条", "  … and " + (count - MAX_LISTED) + " more");
            }
        }

        private String title(Rule rule) {
            return rule.id() + rule.title().map(t -> " " + t).orElse("");
        }

        private String titleAndBasis(Rule rule) {
            return title(rule)
                    + rule.basis()
                            .map(b -> in("(依据:" + b + ")", " (basis: " + b + ")"))
                            .orElse("");
        }

        private String cell(Evidence evidence) {
            Cell cell = evidence.cell();
            String name = cell.label().in(language);
            String fact = evidence.fact().map(f -> value(cell, f)).orElse(in("缺失", "missing"));
            String head = in(name + " " + fact + ":", name + " " + fact + ": ");
            if (evidence.wanted().isEmpty()) {
                return head + in("不限", "any will do");
            }
            if (evidence.holds()) {
                return head
                        + in("符合 ", "matches ")
                        + values(cell, evidence.matched().isEmpty() ? evidence.wanted() : evidence.matched());
            }
            String found = evidence.matched().isEmpty() || cell != Cell.KEYWORDS
                    ? ""
                    : in(",有 ", "; found ") + values(cell, evidence.matched());
            return head + in("须为 ", "must be ") + values(cell, evidence.wanted()) + found;
        }

        private String values(Cell cell, List<String> codes) {
            String shown = codes.stream()
                    .limit(SHOWN_VALUES)
                    .map(code -> value(cell, code))
                    .collect(Collectors.joining(in("、", ", ")));
            int more = codes.size() - SHOWN_VALUES;
            return more > 0 ? shown + in("等 " + codes.size() + " 项", " and " + more + " others") : shown;
        }

        private String value(Cell cell, String code) {
            if (code.equals(Evidence.NONE)) {
                return in("缺失", "missing");
            }
            return switch (cell) {
                case CATEGORY ->
                    named(code, basis.taxonomy().find(CategoryCode.of(code)).map(Category::name));
                case AREA -> area(AreaCode.of(code));
                case KIND -> label(CaseKind.values(), code);
                case CHANNEL -> label(Channel.values(), code);
                case PRIORITY -> label(Priority.values(), code);
                case REQUESTER -> label(RequesterType.values(), code);
                case DAY_TYPE -> label(DayType.values(), code);
                case KEYWORDS -> keyword(code);
                case TIME -> code;
            };
        }

        /** A word that must be there or be absent, or was found, or the text's length. */
        private String keyword(String code) {
            if (subject.facts().text().filter(t -> t.toString().equals(code)).isPresent()) {
                int length = subject.facts().text().orElseThrow().normal().originalLength();
                return in(length + " 字", code);
            }
            return code;
        }

        private <T extends Coded> String label(T[] values, String code) {
            return Stream.of(values)
                    .filter(v -> v.code().equals(code))
                    .map(v -> v.label().in(language))
                    .findFirst()
                    .orElse(code);
        }

        private String outcome(Outcome outcome) {
            if (outcome instanceof Outcome.Dispatch dispatch) {
                String assisting =
                        dispatch.assisting().stream().map(this::department).collect(Collectors.joining(in("、", ", ")));
                return in("主办 ", "lead ")
                        + department(dispatch.lead())
                        + (assisting.isEmpty() ? "" : in(",协办 ", "; assisting ") + assisting);
            } else if (outcome instanceof Outcome.AnswerAtDesk) {
                return in("直接办结", "answered at the desk");
            } else if (outcome instanceof Outcome.Refer refer) {
                return in("转 ", "referred to ") + refer.number();
            } else if (outcome instanceof Outcome.Statutory statutory) {
                return in("告知法定途径 ", "statutory channel ") + statutory.channel();
            } else if (outcome instanceof Outcome.Triage triage) {
                return in("人工会商 ", "triage by people ") + triage.reason();
            }
            throw new IllegalStateException("outcome without a text: " + outcome);
        }

        private String department(DepartmentCode code) {
            return named(code.value(), basis.directory().find(code).map(Department::name));
        }

        private String area(AreaCode code) {
            return named(code.value(), basis.directory().find(code).map(Area::name));
        }

        private String named(String code, Optional<Label> name) {
            return name.map(n -> in(n.zh() + "(" + code + ")", n.en() + " (" + code + ")"))
                    .orElse(code);
        }
    }
}
