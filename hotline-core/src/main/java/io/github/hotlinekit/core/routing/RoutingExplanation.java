package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a case goes where it goes (派单依据): what answers a department that objects. Immutable. */
public final class RoutingExplanation {

    /** The most rules listed, of those outranked and of the near misses; all are counted. */
    public static final int MAX_LISTED = 20;

    private static final int SHOWN_VALUES = 8;

    private final RoutingFacts facts;
    private final RoutingDecision decision;
    private final Optional<Rule> winner;
    private final List<Rule> outranked;
    private final List<NearMiss> nearMisses;
    private final Directory directory;

    /**
     * A rule that would match if one cell did.
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

    RoutingExplanation(
            RoutingFacts facts,
            RoutingDecision decision,
            Optional<Rule> winner,
            List<Rule> outranked,
            List<NearMiss> nearMisses,
            Directory directory) {
        this.facts = facts;
        this.decision = decision;
        this.winner = winner;
        this.outranked = List.copyOf(outranked);
        this.nearMisses = List.copyOf(nearMisses);
        this.directory = directory;
    }

    /**
     * What was known of the case.
     *
     * @return the facts
     */
    public RoutingFacts facts() {
        return facts;
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
     * @return the rule; empty if none matched
     */
    public Optional<Rule> winner() {
        return winner;
    }

    /**
     * Why the winning rule matches, cell by cell.
     *
     * @return one element a cell, in the order of {@link Evidence.Cell}; empty if no rule matched
     */
    public List<Evidence> evidence() {
        return winner.map(rule -> ReferenceMatcher.evidence(rule.when(), facts)).orElse(List.of());
    }

    /**
     * The rules that match as well but come after the winner.
     *
     * @return the first {@value #MAX_LISTED}, in their order
     */
    public List<Rule> outranked() {
        return firstOf(outranked);
    }

    /**
     * How many rules match as well but come after the winner.
     *
     * @return their number
     */
    public int outrankedCount() {
        return outranked.size();
    }

    /**
     * The rules of which all cells hold but one.
     *
     * @return the first {@value #MAX_LISTED}: those of which more cells name what the case has come first,
     *     and among equals those that are tried first
     */
    public List<NearMiss> nearMisses() {
        return firstOf(nearMisses);
    }

    /**
     * How many rules have all cells hold but one.
     *
     * @return their number
     */
    public int nearMissCount() {
        return nearMisses.size();
    }

    private static <T> List<T> firstOf(List<T> list) {
        return list.subList(0, Math.min(list.size(), MAX_LISTED));
    }

    /**
     * The explanation as a text of several lines.
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
            line("规则集:" + decision.ruleSet(), "Rule set: " + decision.ruleSet());
            if (winner.isEmpty()) {
                line("没有规则符合", "No rule matches");
            }
            winner.ifPresent(this::winner);
            if (!outranked.isEmpty()) {
                line(
                        "也符合但排在其后的规则 " + outranked.size() + " 条:",
                        "Rules that match as well but come later, " + outranked.size() + ":");
                outranked()
                        .forEach(rule -> text.append("  ").append(title(rule)).append('\n'));
                more(outranked.size());
            }
            if (!nearMisses.isEmpty()) {
                line(
                        "只差一项的规则 " + nearMisses.size() + " 条:",
                        "Rules that one cell keeps from matching, " + nearMisses.size() + ":");
                nearMisses()
                        .forEach(miss -> text.append("  ")
                                .append(title(miss.rule()))
                                .append(in(":", ": "))
                                .append(cell(miss.failing()))
                                .append('\n'));
                more(nearMisses.size());
            }
            return text.toString();
        }

        private void winner(Rule rule) {
            String section = decision.section().orElse("");
            line("规则:" + title(rule) + ",章节 " + section, "Rule: " + title(rule) + ", section " + section);
            rule.basis().ifPresent(basis -> line("依据:" + basis, "Basis: " + basis));
            evidence().forEach(e -> text.append("  ").append(cell(e)).append('\n'));
            if (rule.then() instanceof Directive.Assign assign && assign.lead() instanceof Target.Jurisdiction) {
                String area = facts.area().map(this::area).orElse(in("未知", "unknown"));
                line("  主办按属地确定,案件区域 " + area, "  Lead by jurisdiction over the case's area, " + area);
            }
        }

        private void more(int count) {
            if (count > MAX_LISTED) {
                line("  ……另有 " + (count - MAX_LISTED) + " 条", "  … and " + (count - MAX_LISTED) + " more");
            }
        }

        private String title(Rule rule) {
            return rule.id() + rule.title().map(t -> " " + t).orElse("");
        }

        private String cell(Evidence evidence) {
            String name = evidence.cell().label().in(language);
            Function<String, String> shown = code -> value(evidence.cell(), code);
            String fact = evidence.fact().map(shown).orElse(in("缺失", "missing"));
            if (evidence.wanted().isEmpty()) {
                return in(name + " " + fact + ":不限", name + " " + fact + ": any will do");
            }
            if (evidence.matched().isPresent()) {
                String matched = shown.apply(evidence.matched().get());
                return in(name + " " + fact + ":符合 " + matched, name + " " + fact + ": matches " + matched);
            }
            String wanted = wanted(evidence.wanted().stream().map(shown).toList());
            return in(name + " " + fact + ":须为 " + wanted, name + " " + fact + ": must be " + wanted);
        }

        private String value(Evidence.Cell cell, String code) {
            return switch (cell) {
                case CATEGORY -> code;
                case AREA -> area(AreaCode.of(code));
                case KIND -> label(CaseKind.values(), CaseKind::code, CaseKind::label, code);
                case CHANNEL -> label(Channel.values(), Channel::code, Channel::label, code);
            };
        }

        private <T> String label(T[] values, Function<T, String> codeOf, Function<T, Label> labelOf, String code) {
            return Stream.of(values)
                    .filter(v -> codeOf.apply(v).equals(code))
                    .map(v -> labelOf.apply(v).in(language))
                    .findFirst()
                    .orElse(code);
        }

        private String wanted(List<String> values) {
            String shown = values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(in("、", ", ")));
            int more = values.size() - SHOWN_VALUES;
            return more > 0 ? shown + in("等 " + values.size() + " 项之一", " or " + more + " others") : shown;
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
            return named(code.value(), directory.find(code).map(Department::name));
        }

        private String area(AreaCode code) {
            return named(code.value(), directory.find(code).map(Area::name));
        }

        private String named(String code, Optional<Label> name) {
            return name.map(n -> in(n.zh() + "(" + code + ")", n.en() + " (" + code + ")"))
                    .orElse(code);
        }
    }
}
