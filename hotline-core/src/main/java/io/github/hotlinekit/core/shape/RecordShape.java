package io.github.hotlinekit.core.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a public record of this module, in order, and the way to take one apart and to make
 * another. Immutable; costs reflection once, when it is made.
 */
public final class RecordShape {

    /**
     * A component.
     *
     * @param name its name
     * @param type its declared type
     */
    public record Component(String name, Type type) {}

    private final Class<?> type;
    private final List<Component> components;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;

    private RecordShape(Class<?> type, List<Component> components, MethodHandle[] accessors, MethodHandle constructor) {
        this.type = type;
        this.components = components;
        this.accessors = accessors;
        this.constructor = constructor;
    }

    /**
     * The shape of a record.
     *
     * @param type the record's class; public, of this module
     * @return its shape
     * @throws IllegalArgumentException if it is no record, or not public
     */
    public static RecordShape of(Class<?> type) {
        RecordComponent @Nullable [] parts = type.getRecordComponents();
        if (parts == null) {
            throw new IllegalArgumentException("type must be a record, but was " + type.getName());
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            List<Component> components = new ArrayList<>(parts.length);
            MethodHandle[] accessors = new MethodHandle[parts.length];
            for (int i = 0; i < parts.length; i++) {
                components.add(new Component(parts[i].getName(), parts[i].getGenericType()));
                accessors[i] = lookup.unreflect(parts[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordShape(type, List.copyOf(components), accessors, constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("type must be a public record, but was " + type.getName(), e);
        }
    }

    /**
     * The record's class.
     *
     * @return the class
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Its components, in order.
     *
     * @return an unmodifiable list
     */
    public List<Component> components() {
        return components;
    }

    /**
     * The value of a component.
     *
     * @param instance a record of this class
     * @param index which, from 0
     * @return the value
     */
    public Object get(Object instance, int index) {
        try {
            return accessors[index].invokeExact(instance);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of " + type.getName() + " failed", e);
        }
    }

    /**
     * A record of these values.
     *
     * @param values one for each component, in order
     * @return the record
     * @throws IllegalArgumentException as the record's own constructor throws it
     * @throws NullPointerException as the record's own constructor throws it
     */
    public Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
        }
    }
}
