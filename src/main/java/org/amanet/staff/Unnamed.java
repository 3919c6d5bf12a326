package org.amanet.staff;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is done while somebody is signed in and is more than an act of theirs upon what they hold: a
 * report that comes in, keys that come back from a recovery, a question about a report that only
 * others hold. The database is not told who asks in transactions that begin within, as where
 * reporters ask. Whatever carries this decides by itself who may.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Unnamed {}
