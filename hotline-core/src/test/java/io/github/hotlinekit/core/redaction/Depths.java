package io.github.hotlinekit.core.redaction;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that can be reached from an object, private fields included. */
public final class Depths {

    private Depths() {}

    /**
     * The texts and numbers that can be reached.
     *
     * @param root where to start
     * @return all of them, one a line
     */
    public static String textOf(Object root) {
        StringBuilder out = new StringBuilder();
        for (Object found : reach(root)) {
            if (found instanceof CharSequence || found instanceof Number) {
                out.append(found).append('\n');
            }
        }
        return out.toString();
    }

    /**
     * How many objects of a type can be reached.
     *
     * @param root where to start
     * @param type the type
     * @return the different objects
     */
    public static Set<Object> objectsOf(Object root, Class<?> type) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        reach(root).stream().filter(type::isInstance).forEach(found::add);
        return found;
    }

    private static Set<Object> reach(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof Optional<?> optional) {
                optional.ifPresent(open::add);
            } else if (next instanceof Collection<?> collection) {
                open.addAll(collection);
            } else if (next instanceof Map<?, ?> map) {
                open.addAll(map.keySet());
                open.addAll(map.values());
            } else if (next instanceof Object[] array) {
                open.addAll(java.util.List.of(array));
            } else if (next.getClass().getName().startsWith("io.github.hotlinekit.") && !(next instanceof Enum<?>)) {
                fields(next, open);
            }
        }
        return seen;
    }

    private static void fields(Object owner, Deque<Object> open) {
        for (Class<?> type = owner.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        Object value = field.get(owner);
                        if (value != null) {
                            open.add(value);
                        }
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }
}
