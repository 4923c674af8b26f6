package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every kind of a sealed interface owes. A kind without a sample fails, so that whoever adds
 * one says what it looks like; {@code SealedInterfacesTest} asks for such a class beside each
 * interface.
 *
 * @param <T> the interface
 */
public abstract class SealedContract<T> {
  private final Class<T> sealed;

  protected SealedContract(Class<T> sealed) {
    this.sealed = sealed;
  }

  /** At least one of each kind, no two equal; made anew at each call. */
  protected abstract List<T> samples();

  /** Whether two that were made of equal parts are equal. */
  protected boolean isValue() {
    return true;
  }

  final Class<T> sealed() {
    return sealed;
  }

  @Test
  void everyKindHasASampleAndIsARecord() {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> kind : kinds(sealed)) {
      assertThat(kind.isRecord()).as(kind.getName()).isTrue();
      kinds.add(kind.getName());
    }
    assertThat(samples().stream().map(s -> s.getClass().getName()).collect(Collectors.toSet()))
        .isEqualTo(kinds);
  }

  private static List<Class<?>> kinds(Class<?> type) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      kinds.addAll(kind.isSealed() ? kinds(kind) : List.of(kind));
    }
    return kinds;
  }

  @Test
  void equalPartsMakeEqualWholes() throws ReflectiveOperationException {
    List<T> first = samples();
    List<T> second = samples();
    for (int i = 0; i < first.size(); i++) {
      T one = first.get(i);
      assertThat(one).isEqualTo(rebuilt(one)).hasSameHashCodeAs(rebuilt(one));
      if (isValue()) {
        assertThat(one).isEqualTo(second.get(i)).hasSameHashCodeAs(second.get(i));
      }
      assertThat(one.equals(null)).isFalse();
      assertThat(first.subList(i + 1, first.size())).doesNotContain(one);
    }
  }

  private static Object rebuilt(Object sample) throws ReflectiveOperationException {
    RecordComponent[] parts = sample.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = call(parts[i].getAccessor(), sample);
    }
    Constructor<?> constructor = sample.getClass().getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object call(Method method, Object sample) throws ReflectiveOperationException {
    method.setAccessible(true);
    try {
      return method.invoke(sample);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " of " + sample.getClass(), e.getCause());
    }
  }

  @Test
  void nothingIsNullThatIsNotSaidToBe() throws ReflectiveOperationException {
    for (T sample : samples()) {
      for (RecordComponent part : sample.getClass().getRecordComponents()) {
        notNull(part.getAccessor(), part.getAnnotatedType(), sample);
      }
      for (Method method : sealed.getMethods()) {
        if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
          notNull(method, method.getAnnotatedReturnType(), sample);
        }
      }
    }
  }

  private static void notNull(Method method, AnnotatedType type, Object sample)
      throws ReflectiveOperationException {
    AnnotatedElement own = sample.getClass().getMethod(method.getName()).getAnnotatedReturnType();
    boolean may =
        type.isAnnotationPresent(Nullable.class) || own.isAnnotationPresent(Nullable.class);
    if (!may) {
      assertThat(call(method, sample)).as("%s of %s", method.getName(), sample).isNotNull();
    }
  }

  /** What goes into a log or a failing test. */
  @Test
  void theTextOfEachNamesItsKind() {
    for (T sample : samples()) {
      assertThat(sample.toString()).startsWith(sample.getClass().getSimpleName());
    }
  }
}
