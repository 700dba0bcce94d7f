package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The definitions of the rates that the SDK brings. */
final class StandardMetrics {

    private static final String HOUSE = "house definition";

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
                            "the rate cities publish, such as Shishi Daily 2016-03-08; numerator and denominator are ours,"
                                    + " as the cities print none")
                    .build(),
            timed(valid("onTime"), CaseFact::complete)
                    .name("按时办结率", "on-time completion rate")
                    .numerator(
                            "时限内办结的工单",
                            "cases completed within the policy's limit",
                            f -> f.complete() == Verdict.ON_TIME)
                    .denominator("已办结或已超期的工单", "cases completed, or open and overdue")
                    .build(),
            timed(Metric.builder("promiseKept"), CaseFact::promise)
                    .name("来源承诺兑现率", "source's promise kept")
                    .source("the source's own verdicts, which judge every case with a promise, however it ended")
                    .numerator(
                            "在来源承诺的时间内了结的工单",
                            "cases done with by the instant their source promised",
                            f -> f.promise() == Verdict.ON_TIME)
                    .denominator("有承诺且已了结或已超期的工单", "cases with a promise, done with in any way, or open and overdue")
                    .build(),
            timed(valid("signedOnTime"), CaseFact::signFor)
                    .name("按时签收率", "on-time sign-for rate")
                    .numerator(
                            "时限内签收的工单",
                            "cases signed for within the policy's limit",
                            f -> f.signFor() == Verdict.ON_TIME)
                    .denominator("已签收或签收已超期的工单（现主办单位）", "cases signed for, or overdue for it, by the present lead")
                    .build(),
            valid("directAnswer")
                    .exclude(notRecorded(f -> !f.recorded().contains(Step.ANSWER_AT_DESK)))
                    .name("直接办结率", "direct answer rate")
                    .numerator("通话中直接答复办结的工单", "cases answered at the desk", CaseFact::answeredAtDesk)
                    .denominator("有效工单", "valid cases")
                    .source(HOUSE)
                    .build(),
            asked("callbackCoverage")
                    .name("回访率", "callback coverage")
                    .numerator("回访到并作答的工单", "cases whose citizen was reached and answered", StandardMetrics::answered)
                    .denominator("已回访或已尝试回访的工单", "cases with a callback or an attempt at one")
                    .source(HOUSE)
                    .build(),
            reached("resolution")
                    .exclude(new Exclusion(
                            "unreasonable",
                            Resolution.UNREASONABLE.label(),
                            f -> f.resolution().equals(Optional.of(Resolution.UNREASONABLE))))
                    .exclude(new Exclusion(
                            "noView",
                            Label.of("不表态", "no view given"),
                            f -> f.resolution()
                                    .filter(r -> r != Resolution.NO_VIEW)
                                    .isEmpty()))
                    .name("解决率", "resolution rate")
                    .numerator(
                            "市民认为已解决的工单",
                            "cases the citizen calls resolved",
                            f -> f.resolution().equals(RESOLVED))
                    .denominator("答已解决、部分解决或未解决的工单", "answers resolved, partly resolved or not resolved")
                    .source(HOUSE + "; partly resolved counts as not resolved")
                    .build(),
            reached("satisfaction")
                    .exclude(new Exclusion(
                            "noGrade",
                            Label.of("未评价", "no grade given"),
                            f -> f.satisfaction().isEmpty()))
                    .name("满意率", "satisfaction rate")
                    .numerator(
                            "评价满意或非常满意的工单",
                            "cases graded satisfied or very satisfied",
                            f -> f.satisfaction()
                                    .filter(s -> s.compareTo(Satisfaction.SATISFIED) <= 0)
                                    .isPresent())
                    .denominator("有评价的工单（基本满意不计为满意）", "cases graded; fairly satisfied is not counted as satisfied")
                    .source(HOUSE + "; the unreached and the unasked are left out and counted, never satisfied")
                    .build(),
            asked("reopened")
                    .name("重办率", "reopening rate")
                    .numerator("重办一次及以上的工单", "cases reopened at least once", f -> f.reopenings() > 0)
                    .denominator("已回访或已尝试回访的工单", "cases with a callback or an attempt at one")
                    .source(HOUSE)
                    .build());

    private StandardMetrics() {}

    /** Cases that ended without handling are in no rate; each way of ending is counted on its own. */
    private static Metric.Builder valid(String id) {
        Metric.Builder builder = Metric.builder(id);
        for (Ending ending : Ending.values()) {
            builder.exclude(new Exclusion(
                    ending.code(),
                    ending.label(),
                    f -> f.ending().isPresent() && f.ending().get() == ending));
        }
        return builder;
    }

    private static Metric.Builder timed(Metric.Builder builder, Function<CaseFact, Verdict> verdict) {
        return builder.exclude(notRecorded(f -> verdict.apply(f) == Verdict.NOT_RECORDED))
                .exclude(new Exclusion(
                        "noTarget", Label.of("无时限", "no time limit"), f -> verdict.apply(f) == Verdict.NO_TARGET))
                .exclude(new Exclusion(
                        "notYetDue", Label.of("未到期", "not yet due"), f -> verdict.apply(f) == Verdict.PENDING))
                .exclude(new Exclusion(
                        "cancelled", Label.of("不再计时", "no longer timed"), f -> verdict.apply(f) == Verdict.CANCELLED))
                .source(HOUSE + " after published rules that limit the time to complete");
    }

    private static Metric.Builder asked(String id) {
        return valid(id)
                .exclude(notRecorded(f -> f.callback() == CallbackOutcome.NOT_RECORDED))
                .exclude(new Exclusion(
                        "answeredAtDesk", Label.of("直接办结", "answered at the desk"), CaseFact::answeredAtDesk))
                .exclude(new Exclusion(
                        "notAsked", Label.of("未回访", "not asked"), f -> f.callback() == CallbackOutcome.NOT_ASKED));
    }

    private static Metric.Builder reached(String id) {
        return asked(id)
                .exclude(new Exclusion(
                        "unreachable",
                        Label.of("未接通", "unreachable"),
                        f -> f.callback() == CallbackOutcome.UNREACHABLE))
                .exclude(new Exclusion(
                        "refused", Label.of("拒绝回访", "refused"), f -> f.callback() == CallbackOutcome.REFUSED));
    }

    private static Exclusion notRecorded(Predicate<CaseFact> applies) {
        return new Exclusion("notRecorded", Label.of("来源未记录", "not recorded by the source"), applies);
    }

    private static boolean answered(CaseFact fact) {
        return fact.callback() == CallbackOutcome.ANSWERED;
    }
}
