package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.language.Label;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions of the rates that the SDK brings. */
final class StandardMetrics {

    private static final Label HOUSE = Label.of("自定定义", "house definition");

    private static final String DISPATCHED_VALID = "valid cases that were dispatched";
    private static final String KNOWN_VALID = "valid cases whose requester is known";
    private static final Set<Satisfaction> SATISFIED = EnumSet.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED);
    private static final Set<String> SILENT = Set.of("unreachable", "refused", "notAsked", "noView");
    private static final Set<String> SILENT_OF_GRADES = Set.of("unreachable", "refused", "notAsked", "noGrade");

    private static final Optional<Resolution> RESOLVED = Optional.of(Resolution.YES);

    static final List<Metric> ALL = List.of(
            valid("completion")
                    .name("办结率", "completion rate")
                    .numerator(
                            "已结案工单",
                            "cases closed",
                            f -> f.state() == CaseState.CLOSED || f.state() == CaseState.ARCHIVED)
                    .denominator("有效工单（含未到期的在办件）", "valid cases, those open and not yet due among them")
                    .source(
                            "各市公布的比率，如《石狮日报》2016-03-08；所公布的未注明分子、分母，此处为自定",
                            "the rate cities publish, such as Shishi Daily 2016-03-08; numerator and denominator are ours,"
                                    + " as the cities print none")
                    .direction(Direction.HIGHER)
                    .whatIf(new WhatIf(
                            "withdrawnCounted",
                            Label.of("撤诉、无效、不予受理按未办结计", "if withdrawn, invalid and rejected cases were not completed"),
                            Set.of(),
                            Set.of("withdrawn", "invalid", "rejected")))
                    .guardedBy("reopenedAfterClosing")
                    .build(),
            timed(valid("onTime"), CaseOutcome::complete)
                    .name("按时办结率", "on-time completion rate")
                    .numerator(
                            "时限内办结的工单",
                            "cases completed within the policy's limit",
                            f -> f.complete() == Verdict.ON_TIME)
                    .denominator("已办结或已超期的工单", "cases completed, or open and overdue")
                    .direction(Direction.HIGHER)
                    .guardedBy("justBeforeDue", "extended", "suspendedLong", "reworked")
                    .build(),
            timed(Metric.builder("promiseKept"), CaseOutcome::promise)
                    .name("来源承诺兑现率", "source's promise kept")
                    .source(
                            "来源自身的判定，凡有承诺的工单均判定，不论如何了结",
                            "the source's own verdicts, which judge every case with a promise, however it ended")
                    .numerator(
                            "在来源承诺的时间内了结的工单",
                            "cases done with by the instant their source promised",
                            f -> f.promise() == Verdict.ON_TIME)
                    .direction(Direction.HIGHER)
                    .denominator("有承诺且已了结或已超期的工单", "cases with a promise, done with in any way, or open and overdue")
                    .build(),
            timed(valid("signedOnTime"), CaseOutcome::signFor)
                    .name("按时签收率", "on-time sign-for rate")
                    .numerator(
                            "时限内签收的工单",
                            "cases signed for within the policy's limit",
                            f -> f.signFor() == Verdict.ON_TIME)
                    .direction(Direction.HIGHER)
                    .guardedBy("returned")
                    .denominator("已签收或签收已超期的工单（现主办单位）", "cases signed for, or overdue for it, by the present lead")
                    .build(),
            valid("directAnswer")
                    .exclude(notRecorded(f -> !f.records(Step.ANSWER_AT_DESK)))
                    .name("直接办结率", "direct answer rate")
                    .direction(Direction.HIGHER)
                    .guardedBy("firstContactResolution")
                    .numerator("通话中直接答复办结的工单", "cases answered at the desk", CaseOutcome::answeredAtDesk)
                    .denominator("有效工单", "valid cases")
                    .source(house(
                            "，参照连云港等地公布的直接办结件数",
                            " after the numbers of direct answers that Lianyungang and others publish"))
                    .build(),
            asked("callbackCoverage")
                    .direction(Direction.HIGHER)
                    .whatIf(new WhatIf(
                            "unaskedCounted",
                            Label.of("未回访计入分母", "if those not asked were in the denominator"),
                            Set.of(),
                            Set.of("notAsked")))
                    .name("回访率", "callback coverage")
                    .numerator("回访到并作答的工单", "cases whose citizen was reached and answered", StandardMetrics::answered)
                    .denominator("已回访或已尝试回访的工单", "cases with a callback or an attempt at one")
                    .source(HOUSE)
                    .build(),
            reached("resolution")
                    .exclude(Exclusion.of(
                            "unreasonable",
                            Resolution.UNREASONABLE.label(),
                            f -> f.resolution().equals(Optional.of(Resolution.UNREASONABLE))))
                    .exclude(Exclusion.of(
                            "noView",
                            Label.of("不表态", "no view given"),
                            f -> f.resolution()
                                    .filter(r -> r != Resolution.NO_VIEW)
                                    .isEmpty()))
                    .direction(Direction.HIGHER)
                    .whatIf(new WhatIf(
                            "defaultResolved",
                            Label.of("未答一律按已解决计", "if all who gave no answer had it resolved"),
                            SILENT,
                            Set.of()))
                    .whatIf(new WhatIf(
                            "defaultUnresolved",
                            Label.of("未答一律按未解决计", "if none who gave no answer had it resolved"),
                            Set.of(),
                            SILENT))
                    .whatIf(new WhatIf(
                            "unreasonableCounted",
                            Label.of("不合理诉求按未解决计", "if unreasonable demands were not resolved"),
                            Set.of(),
                            Set.of("unreasonable")))
                    .guardedBy("callbackCoverage")
                    .name("解决率", "resolution rate")
                    .numerator(
                            "市民认为已解决的工单",
                            "cases the citizen calls resolved",
                            f -> f.resolution().equals(RESOLVED))
                    .denominator("答已解决、部分解决或未解决的工单", "answers resolved, partly resolved or not resolved")
                    .source(house("；部分解决不计为已解决", "; partly resolved counts as not resolved"))
                    .build(),
            satisfaction(SATISFIED),
            asked("reopened", Step.REOPENING)
                    .name("重办率", "reopening rate")
                    .numerator("重办一次及以上的工单", "cases reopened at least once", f -> f.has(Trait.REOPENED))
                    .denominator("已回访或已尝试回访的工单", "cases with a callback or an attempt at one")
                    .source(HOUSE)
                    .direction(Direction.LOWER)
                    .build());

    static final List<Metric> CATALOGUE = Stream.concat(
                    ALL.stream(),
                    Stream.of(
                            dispatched("response", Step.FIRST_CONTACT)
                                    .exclude(Exclusion.of(
                                            "notYetDue",
                                            Label.of("未到期", "not yet due"),
                                            o -> o.firstContact() == Verdict.PENDING && !o.has(Trait.CONTACTED)))
                                    .name("响应率", "response rate")
                                    .numerator(
                                            "承办单位已联系到诉求人的工单",
                                            "cases in which the department reached the citizen",
                                            has(Trait.CONTACTED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(house(
                                            "，参照北京“响应率”（其公式未公布）；以承办单位记录为准，非诉求人评价",
                                            " after Beijing's response rate, whose formula is not published; by the"
                                                    + " department's word, not the citizen's"))
                                    .direction(Direction.HIGHER)
                                    .build(),
                            timed(valid("contactedOnTime"), CaseOutcome::firstContact)
                                    .name("按时联系率", "contact in time")
                                    .numerator(
                                            "时限内首次联系诉求人的工单",
                                            "cases whose citizen was contacted within the policy's limit",
                                            o -> o.firstContact() == Verdict.ON_TIME)
                                    .denominator("已联系或联系已超期的工单", "cases contacted, or overdue for it")
                                    .direction(Direction.HIGHER)
                                    .build(),
                            dispatched("returned", Step.RETURN)
                                    .name("退单率", "return rate")
                                    .numerator(
                                            "曾被主办单位退回的工单",
                                            "cases that a lead gave back at least once",
                                            has(Trait.RETURNED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("dispatchAccuracy", Step.RETURN)
                                    .name("派单准确率", "dispatch accuracy")
                                    .numerator(
                                            "首派单位即最终主办单位的工单",
                                            "cases whose first lead is their last",
                                            has(Trait.FIRST_LEAD_KEPT))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.HIGHER)
                                    .build(),
                            known("firstContactResolution")
                                    .exclude(notRecorded(o -> !o.records(Step.ANSWER_AT_DESK)))
                                    // Also of those that no desk answered, or young cases would count as misses only.
                                    .exclude(notJudged(
                                            Trait.RAISED_AGAIN_JUDGED, "未判定是否再次反映", "not judged whether raised again"))
                                    .name("首呼解决率", "first-contact resolution")
                                    .numerator(
                                            "通话中直接办结且未再次反映的工单",
                                            "cases answered at the desk and not raised again",
                                            o -> o.answeredAtDesk() && !o.has(Trait.RAISED_AGAIN))
                                    .denominator("诉求人可识别的有效工单", KNOWN_VALID)
                                    .source(house(
                                            "，参照苏州等地列有此项的标准", " after the standards of Suzhou and others that list it"))
                                    .direction(Direction.HIGHER)
                                    .build(),
                            known("repeated")
                                    .exclude(notJudged(
                                            Trait.REPEATED_JUDGED, "未判定是否重复诉求", "not judged whether repeated"))
                                    .name("重复诉求率", "repeat rate")
                                    .numerator(
                                            "同一诉求人此前已反映过同一诉求的工单",
                                            "cases whose requester had raised the same before",
                                            has(Trait.REPEATED))
                                    .denominator("诉求人可识别的有效工单", KNOWN_VALID)
                                    .source(house("；何为重复由接入方判定", "; the host says what repeats what"))
                                    .direction(Direction.LOWER)
                                    .build(),
                            valid("chronic")
                                    .exclude(notJudged(
                                            Trait.CHRONIC_JUDGED, "未判定是否属反映多次的难题", "not judged whether chronic"))
                                    .name("反映多次难题占比", "share of chronic problems")
                                    .numerator(
                                            "属于反映多次的难题的工单",
                                            "cases of problems raised again and again",
                                            has(Trait.CHRONIC))
                                    .denominator("有效工单", "valid cases")
                                    .source(house("；由接入方判定", "; the host says which"))
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("extended", Step.EXTENSION)
                                    .name("延期率", "extension rate")
                                    .numerator("获准延期的工单", "cases with an extension granted", has(Trait.EXTENDED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("suspended", Step.SUSPENSION)
                                    .name("挂起率", "suspension rate")
                                    .numerator("曾挂起的工单", "cases suspended at least once", has(Trait.SUSPENDED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("urged", Step.URGING)
                                    .name("催办率", "urging rate")
                                    .numerator("曾被催办的工单", "cases urged at least once", has(Trait.URGED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("supervised", Step.SUPERVISION)
                                    .name("督办率", "supervision rate")
                                    .numerator("曾被督办的工单", "cases put under supervision", has(Trait.SUPERVISED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            valid("overdueOpen")
                                    .exclude(Exclusion.of(
                                            "done",
                                            Label.of("已办结", "not open"),
                                            o -> !o.state().isOpen()))
                                    .exclude(notRecorded(o -> o.complete() == Verdict.NOT_RECORDED))
                                    .exclude(noTarget(CaseOutcome::complete))
                                    .name("在办超期率", "overdue among open")
                                    .numerator(
                                            "已超期的在办工单", "open cases that are late", o -> o.complete() == Verdict.LATE)
                                    .denominator("有时限的在办工单", "open cases with a time limit")
                                    .source(HOUSE)
                                    .direction(Direction.LOWER)
                                    .build(),
                            valid("justBeforeDue")
                                    .exclude(Exclusion.of(
                                            "notOnTime",
                                            Label.of("非按时办结", "not completed in time"),
                                            o -> o.complete() != Verdict.ON_TIME))
                                    .name("临期办结占比", "completed just before due")
                                    .numerator(
                                            "临近时限才办结的工单",
                                            "cases completed with little time left",
                                            has(Trait.JUST_BEFORE_DUE))
                                    .denominator("按时办结的工单", "cases completed in time")
                                    .source(
                                            house(
                                                    "，用于对照：此类偏多，说明顾的是时限而不是诉求人",
                                                    ", a guard: a heap of them means that the clock is served, not the citizen"))
                                    .direction(Direction.LOWER)
                                    .build(),
                            valid("reopenedAfterClosing")
                                    .exclude(notRecorded(o -> !o.records(Step.REOPENING)))
                                    .exclude(Exclusion.of(
                                            "neverClosed",
                                            Label.of("未曾结案", "never closed"),
                                            o -> o.state().isOpen() && !o.has(Trait.REOPENED_AFTER_CLOSING)))
                                    .name("结案后重办率", "reopened after closing")
                                    .numerator(
                                            "结案后又重办的工单",
                                            "cases closed and opened again",
                                            has(Trait.REOPENED_AFTER_CLOSING))
                                    .denominator("曾结案的工单", "cases that were closed")
                                    .source(house("，用于对照办结率", ", a guard of completion"))
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("suspendedLong", Step.SUSPENSION)
                                    .name("长期挂起率", "suspended for long")
                                    .numerator("长期挂起的工单", "cases suspended for long", has(Trait.SUSPENDED_LONG))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(house("，用于对照按时办结率", ", a guard of on-time completion"))
                                    .direction(Direction.LOWER)
                                    .build(),
                            dispatched("reworked", Step.REVIEW)
                                    .name("审核退回率", "sent back in review")
                                    .numerator("办结反馈被审核退回的工单", "cases whose reply was sent back", has(Trait.REWORKED))
                                    .denominator("已派单的有效工单", DISPATCHED_VALID)
                                    .source(house(
                                            "，用于对照按时办结率：按时反馈未必办好",
                                            ", a guard of on-time completion: a reply in time need not be a good one"))
                                    .direction(Direction.LOWER)
                                    .build()))
            .toList();

    private StandardMetrics() {}

    private static Label house(String zh, String en) {
        return Label.of(HOUSE.zh() + zh, HOUSE.en() + en);
    }

    private static Predicate<CaseOutcome> has(Trait trait) {
        return o -> o.has(trait);
    }

    /** Of those dispatched, where the source records that and one more step. */
    private static Metric.Builder dispatched(String id, Step step) {
        return valid(id)
                .exclude(notRecorded(o -> !o.records(Step.DISPATCH) || !o.records(step)))
                .exclude(Exclusion.of(
                        "notDispatched", Label.of("未派单", "not dispatched"), o -> !o.has(Trait.DISPATCHED)));
    }

    private static Metric.Builder known(String id) {
        return valid(id)
                .exclude(Exclusion.of(
                        "requesterUnknown",
                        Label.of("诉求人不可识别", "requester unknown"),
                        o -> !o.has(Trait.REQUESTER_KNOWN)));
    }

    static Metric satisfaction(Set<Satisfaction> satisfied) {
        Set<Satisfaction> grades = new TreeSet<>(satisfied);
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("at least one grade must be satisfied, but none was");
        }
        boolean standard = grades.equals(SATISFIED);
        String zh = grades.stream().map(g -> g.label().zh()).collect(Collectors.joining("、"));
        String en = grades.stream().map(g -> g.label().en()).collect(Collectors.joining(", "));
        return reached(
                        standard
                                ? "satisfaction"
                                : "satisfaction-"
                                        + grades.stream()
                                                .map(Satisfaction::code)
                                                .collect(Collectors.joining("-")))
                .exclude(Exclusion.of(
                        "noGrade",
                        Label.of("未评价", "no grade given"),
                        o -> o.satisfaction().isEmpty()))
                .name("满意率", "satisfaction rate")
                .numerator(
                        standard ? "评价满意或非常满意的工单" : "评价为" + zh + "的工单",
                        standard ? "cases graded satisfied or very satisfied" : "cases graded " + en,
                        o -> o.satisfaction().filter(grades::contains).isPresent())
                .denominator(
                        standard ? "有评价的工单（基本满意不计为满意）" : "有评价的工单",
                        standard ? "cases graded; fairly satisfied is not counted as satisfied" : "cases graded")
                .source(house(
                        "，按政务服务“好差评”的五级评价；未接通、未回访的不计入而另行计数，从不按满意计",
                        ", by the five grades of China's evaluation of government services (好差评); the unreached and the"
                                + " unasked are left out and counted, never satisfied"))
                .direction(Direction.HIGHER)
                .whatIf(new WhatIf(
                        "defaultSatisfied",
                        Label.of("未评价一律按满意计", "if all who gave no grade were satisfied"),
                        SILENT_OF_GRADES,
                        Set.of()))
                .whatIf(new WhatIf(
                        "defaultDissatisfied",
                        Label.of("未评价一律按不满意计", "if none who gave no grade was satisfied"),
                        Set.of(),
                        SILENT_OF_GRADES))
                .guardedBy("callbackCoverage", "reopened")
                .build();
    }

    /** Cases that ended without handling are in no rate; each way of ending is counted on its own. */
    private static Metric.Builder valid(String id) {
        Metric.Builder builder = Metric.builder(id);
        for (Ending ending : Ending.values()) {
            builder.exclude(Exclusion.of(ending.code(), ending.label(), f -> f.endedAs(ending)));
        }
        return builder;
    }

    private static Metric.Builder timed(Metric.Builder builder, Function<CaseOutcome, Verdict> verdict) {
        return builder.exclude(notRecorded(f -> verdict.apply(f) == Verdict.NOT_RECORDED))
                .exclude(noTarget(verdict))
                .exclude(Exclusion.of(
                        "notYetDue", Label.of("未到期", "not yet due"), f -> verdict.apply(f) == Verdict.PENDING))
                .exclude(Exclusion.of(
                        "cancelled", Label.of("不再计时", "no longer timed"), f -> verdict.apply(f) == Verdict.CANCELLED))
                .source(house(
                        "，参照连云港等地公布的办理时限和按时办结率",
                        " after the time limits and on-time rates that cities such as Lianyungang publish"));
    }

    private static Exclusion noTarget(Function<CaseOutcome, Verdict> verdict) {
        return Exclusion.of("noTarget", Label.of("无时限", "no time limit"), o -> verdict.apply(o) == Verdict.NO_TARGET);
    }

    private static Metric.Builder asked(String id) {
        return asked(id, Step.CALLBACK);
    }

    /** Of those that were called back or tried, where the source records one more step. */
    private static Metric.Builder asked(String id, Step step) {
        return valid(id)
                .exclude(notRecorded(f -> f.callback() == CallbackOutcome.NOT_RECORDED || !f.records(step)))
                .exclude(Exclusion.of(
                        "answeredAtDesk", Label.of("直接办结", "answered at the desk"), CaseOutcome::answeredAtDesk))
                .exclude(Exclusion.of(
                        "notAsked", Label.of("未回访", "not asked"), f -> f.callback() == CallbackOutcome.NOT_ASKED));
    }

    private static Metric.Builder reached(String id) {
        return asked(id)
                .exclude(Exclusion.of(
                        "unreachable",
                        Label.of("未接通", "unreachable"),
                        f -> f.callback() == CallbackOutcome.UNREACHABLE))
                .exclude(Exclusion.of(
                        "refused", Label.of("拒绝回访", "refused"), f -> f.callback() == CallbackOutcome.REFUSED));
    }

    private static Exclusion notRecorded(Predicate<CaseOutcome> applies) {
        return Exclusion.of("notRecorded", Label.of("来源未记录", "not recorded by the source"), applies);
    }

    /** Where nobody has looked, there is none to be seen, which is not to say that there is none. */
    private static Exclusion notJudged(Trait judgement, String zh, String en) {
        return Exclusion.of("notJudged", Label.of(zh, en), o -> !o.has(judgement));
    }

    private static boolean answered(CaseOutcome fact) {
        return fact.callback() == CallbackOutcome.ANSWERED;
    }
}
