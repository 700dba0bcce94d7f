package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.privacy.AuditEntry;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.privacy.RevealRequest;
import io.github.hotlinekit.core.privacy.Revealed;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is compared of a case; area and category are cut to the rule's depths. */
record Entry(
        CaseNumber number,
        CaseNumber head,
        Instant received,
        boolean confidential,
        boolean anonymous,
        Optional<PhoneNumber> phone,
        Optional<IdNumber> idNumber,
        Optional<AreaCode> area,
        Optional<CategoryCode> category,
        Shingles text) {

    /** The head is the case itself, or the master that it follows. What is revealed is added to the audit. */
    static Entry of(DuplicateRule rule, Case subject, CaseNumber head, RevealRequest request, List<AuditEntry> audit) {
        Requester requester = subject.registration().requester();
        return new Entry(
                subject.number(),
                head,
                subject.received(),
                subject.isConfidential(),
                requester.disclosure() == Requester.Disclosure.ANONYMOUS,
                requester.phone(),
                requester.idNumber(),
                subject.area().map(rule::compared),
                subject.category().map(c -> c.atDepth(rule.categoryDepth())),
                text(subject, request, audit));
    }

    private static Shingles text(Case subject, RevealRequest request, List<AuditEntry> audit) {
        List<String> texts = new ArrayList<>(2);
        Stream.of(subject.registration().title(), subject.registration().text())
                .flatMap(Optional::stream)
                .filter(t -> !t.isBlank())
                .forEach(t -> texts.add(clear(t, request, audit)));
        return Shingles.of(texts);
    }

    private static String clear(FreeText text, RevealRequest request, List<AuditEntry> audit) {
        Revealed revealed = text.reveal(request);
        audit.add(revealed.audit());
        return revealed.value();
    }
}
