package io.credithub.demo.model;

/// A county of the province, with its city.
///
/// @param code GB/T 2260
/// @param order among the counties of the province, from 0
public record Division(String code, String name, String cityCode, String cityName, int order) {}
