import { ArrivalsTable } from './ArrivalsTable';
import { HealthCauses } from './HealthCauses';
import { HealthMatrix } from './HealthMatrix';
import portal from './portal.module.css';
import { StatusFoot } from './StatusFoot';

/** What is broken in the pipeline, by cause; then by entity; then every arrival. */
export function HealthView() {
  return (
    <div className={portal.page}>
      <HealthCauses />
      <HealthMatrix />
      <ArrivalsTable />
      <StatusFoot />
    </div>
  );
}
