package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.routing.CaseText;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of a case; what is not given is missing. */
final class FactOptions {

    @Option(names = "--category", paramLabel = "CODE", description = "such as 04.02.01; 事项")
    private @Nullable CategoryCode category;

    @Option(names = "--area", paramLabel = "CODE", description = "such as 350581001002; 区域")
    private @Nullable AreaCode area;

    @Option(names = "--kind", paramLabel = "KIND", description = "such as help or report; 类型")
    private @Nullable CaseKind kind;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "such as phone; 渠道")
    private @Nullable Channel channel;

    @Option(names = "--priority", paramLabel = "PRIORITY", description = "such as urgent; 紧急程度")
    private @Nullable Priority priority;

    @Option(names = "--requester", paramLabel = "TYPE", description = "such as business; 诉求人类型")
    private @Nullable RequesterType requester;

    @Option(names = "--day-type", paramLabel = "TYPE", description = "working, weekend or holiday; 日期类型")
    private @Nullable DayType dayType;

    @Option(names = "--text", paramLabel = "TEXT", description = "what was said; 正文")
    private @Nullable String text;

    @Option(names = "--received-at", paramLabel = "TIME", description = "when it came in; 受理时间")
    private @Nullable Instant receivedAt;

    RoutingFacts facts() {
        return RoutingFacts.builder()
                .category(Optional.ofNullable(category))
                .area(Optional.ofNullable(area))
                .kind(Optional.ofNullable(kind))
                .channel(Optional.ofNullable(channel))
                .priority(Optional.ofNullable(priority))
                .requester(Optional.ofNullable(requester))
                .dayType(Optional.ofNullable(dayType))
                .text(Optional.ofNullable(text).map(CaseText::of))
                .receivedAt(Optional.ofNullable(receivedAt))
                .build();
    }
}
