export { authModuleVisitor as default } from './authModuleVisitor';
