package io.github.hotlinekit.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The decision engine of Drools, as it is built by default, on a document of DMN. */
final class DroolsPeer implements RoutingPeer {

    private final DMNRuntime runtime;
    private final DMNModel model;

    DroolsPeer(String document) {
        Resource resource = ResourceFactory.newByteArrayResource(document.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath("routing.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
        if (!model.getMessages().isEmpty()) {
            throw new IllegalStateException("Drools says of the document: " + model.getMessages());
        }
    }

    @Override
    @SuppressWarnings("unchecked") // outputs are by name
    public PeerAnswer decide(PeerCase subject) {
        DMNContext context = runtime.newContext();
        subject.inputs().forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, "route");
        if (result.hasErrors()) {
            throw new IllegalStateException("Drools says of a case: " + result.getMessages(DMNMessage.Severity.ERROR));
        }
        return PeerAnswer.of(
                (Map<String, Object>) result.getDecisionResultByName("route").getResult());
    }
}
