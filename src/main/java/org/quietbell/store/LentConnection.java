package org.quietbell.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/// A connection that ends its transactions under a lock.
final class LentConnection {
    private static final Set<String> ENDING =
            Set.of("commit", "rollback", "close", "setAutoCommit");

    private LentConnection() {}

    static Connection of(Connection connection, Lock lock) {
        return (Connection)
                Proxy.newProxyInstance(
                        LentConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            boolean isEnding = ENDING.contains(method.getName());
                            if (isEnding) {
                                lock.lock();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            } finally {
                                if (isEnding) {
                                    lock.unlock();
                                }
                            }
                        });
    }
}
