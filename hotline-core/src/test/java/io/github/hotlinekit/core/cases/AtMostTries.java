package io.github.hotlinekit.core.cases;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Ends a property after {@code hotline.proof.tries}, where that is fewer than it asks for: for mutation testing. */
final class AtMostTries implements AroundTryHook {

    private static final int TRIES = Integer.getInteger("hotline.proof.tries", Integer.MAX_VALUE);

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor attempt, List<Object> parameters) {
        TryExecutionResult result = attempt.execute(parameters);
        Store<Integer> done = Store.getOrCreate(AtMostTries.class, Lifespan.PROPERTY, () -> 0);
        done.update(n -> n + 1);
        return result.isSatisfied() && done.get() >= TRIES ? TryExecutionResult.satisfied(true) : result;
    }
}
