package org.quietbell.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/// Lends Quartz connections to the one database. Opening and closing that is not Quartz's business.
final class QuartzConnections implements ConnectionProvider {
    private final Database database;

    QuartzConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.lend();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
}
