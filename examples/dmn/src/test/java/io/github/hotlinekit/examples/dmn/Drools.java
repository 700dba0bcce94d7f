package io.github.hotlinekit.examples.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The decision engine of Drools. */
final class Drools implements Engine {

    private final DMNRuntime runtime;
    private final DMNModel model;

    Drools(String document) {
        Resource resource = ResourceFactory.newByteArrayResource(document.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath("routing.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().get(0);
        assertThat(model.getMessages()).isEmpty();
    }

    private Optional<Object> result(String decision, Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, decision);
        // That no row matches is a warning.
        assertThat(result.getMessages(DMNMessage.Severity.ERROR)).isEmpty();
        return Optional.ofNullable(result.getDecisionResultByName(decision).getResult());
    }

    @Override
    @SuppressWarnings("unchecked") // outputs are by name
    public Optional<Map<String, Object>> route(Map<String, Object> facts) {
        return result("route", facts).map(r -> (Map<String, Object>) r);
    }

    @Override
    @SuppressWarnings("unchecked") // a list of outputs by name
    public List<Map<String, Object>> assist(Map<String, Object> facts) {
        return result("assist", facts).map(r -> (List<Map<String, Object>>) r).orElse(List.of());
    }
}
