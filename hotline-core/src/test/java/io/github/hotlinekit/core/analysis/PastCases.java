package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Past cases to be decided again. */
final class PastCases {

    private PastCases() {}

    /** Up to a dozen, numbered {@code 0} and so on in an order that is not that of their ids as strings. */
    static Arbitrary<List<PastCase>> drawn() {
        return Combinators.combine(RoutingArbitraries.facts(), RoutingArbitraries.instants())
                .as((facts, at) -> new PastCase("", facts, at))
                .list()
                .ofMaxSize(12)
                .map(PastCases::numbered);
    }

    private static List<PastCase> numbered(List<PastCase> cases) {
        List<PastCase> numbered = new ArrayList<>();
        for (PastCase past : cases) {
            numbered.add(new PastCase(String.valueOf(numbered.size() * 7 % 13), past.facts(), past.at()));
        }
        return List.copyOf(numbered);
    }
}
