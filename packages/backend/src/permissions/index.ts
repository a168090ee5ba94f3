export { permissionModuleSamplePolicy as default } from './permissionModuleSamplePolicy';
