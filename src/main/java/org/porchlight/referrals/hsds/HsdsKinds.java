package org.porchlight.referrals.hsds;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One {@link HsdsKind} for each table. */
@Configuration(proxyBeanMethods = false)
@Import(HsdsKinds.Registrar.class)
class HsdsKinds {

  static class Registrar implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
      for (HsdsTable table : HsdsTable.values()) {
        registry.registerBean(
            table.kind(),
            HsdsKind.class,
            spec -> spec.supplier(context -> new HsdsKind(table, context.bean(JdbcClient.class))));
      }
    }
  }
}
