package io.credithub.api.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// The parameters that a resource's method asks for, with their types.
///
/// @param query by name, in alphabetical order
/// @param path by name
record DeclaredParameters(Map<String, Class<?>> query, Map<String, Class<?>> path) {
    static DeclaredParameters of(Method method) {
        DeclaredParameters declared = new DeclaredParameters(new TreeMap<>(), new HashMap<>());
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                declared.addFields(parameter.getType());
            } else {
                declared.add(parameter, parameter.getName(), parameter.getType());
            }
        }
        return declared;
    }

    private void addFields(Class<?> bean) {
        for (Class<?> at = bean; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) addFields(field.getType());
                else add(field, field.getName(), field.getType());
            }
        }
    }

    private void add(AnnotatedElement element, String own, Class<?> type) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) this.query.put(query.value(), type);
        RestQuery restQuery = element.getAnnotation(RestQuery.class);
        if (restQuery != null) this.query.put(named(restQuery.value(), own), type);
        PathParam path = element.getAnnotation(PathParam.class);
        if (path != null) this.path.put(path.value(), type);
        RestPath restPath = element.getAnnotation(RestPath.class);
        if (restPath != null) this.path.put(named(restPath.value(), own), type);
    }

    private static String named(String given, String own) {
        return given.isEmpty() ? own : given;
    }
}
