package io.github.hotlinekit.core;

import java.util.List;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends every property early where less is asked for than all of its tries: after {@code hotline.tries.percent} of them,
 * but not before {@value #LEAST}, which is for a second run of the tests on another JDK, or after {@code
 * hotline.tries.most}, which is for mutation testing. Registered for all
 * properties of this module, and of those after it, which take it from here.
 */
public final class FewerTries implements AroundTryHook {

    private static final int LEAST = 50;
    private static final int PERCENT = Integer.getInteger("hotline.tries.percent", 100);
    private static final int MOST = Integer.getInteger("hotline.tries.most", Integer.MAX_VALUE);
    private static final int BY_DEFAULT = 1_000;

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor attempt, List<Object> parameters) {
        TryExecutionResult result = attempt.execute(parameters);
        if (PERCENT >= 100 && MOST == Integer.MAX_VALUE) {
            return result;
        }
        Store<Integer> done = Store.getOrCreate(FewerTries.class, Lifespan.PROPERTY, () -> 0);
        done.update(n -> n + 1);
        return result.isSatisfied() && done.get() >= tries(context) ? TryExecutionResult.satisfied(true) : result;
    }

    private static long tries(TryLifecycleContext context) {
        Property property = context.targetMethod().getAnnotation(Property.class);
        long all = property == null || property.tries() == 0 ? BY_DEFAULT : property.tries();
        return Math.min(MOST, Math.max(LEAST, all * PERCENT / 100));
    }
}
